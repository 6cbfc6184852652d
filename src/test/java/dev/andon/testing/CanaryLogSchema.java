package dev.andon.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.andon.Readiness;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The JSON Schema of the canary log, as it lies in the jar. */
public final class CanaryLogSchema {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(), InputFormat.JSON);

    private CanaryLogSchema() {}

    private static String text() {
        try (InputStream in = Readiness.class.getResourceAsStream("canary-log.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what is wrong with a line, one entry for each violation of the schema. */
    public static List<String> errors(String line) {
        return SCHEMA.validate(line, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
