package dev.andon.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.andon.Readiness;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The JSON Schema of {@code report.json}, as it lies in the jar. */
public final class ReportSchema {
    private ReportSchema() {}

    /** Returns the text of the schema. */
    public static String text() throws IOException {
        try (InputStream in = Readiness.class.getResourceAsStream("report.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns what is wrong with a report, one entry for each violation of the schema. */
    public static List<String> errors(String report) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(), InputFormat.JSON);
        return schema.validate(report, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
