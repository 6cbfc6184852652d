package dev.andon.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The published schema of SARIF 2.1.0. */
public final class SarifSchema {
    private static final Schema SCHEMA = schema();

    private SarifSchema() {}

    private static Schema schema() {
        try (InputStream in = SarifSchema.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns what is wrong with a log, one entry for each violation of the schema. */
    public static List<String> errors(String log) {
        return SCHEMA.validate(log, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
