package dev.andon.internal.evidence;

import dev.andon.Verdict;
import dev.andon.internal.formats.CanaryDeclaration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A canary as its own module's build recorded it.
 *
 * @param written what its annotation holds
 * @param module the artefact or folder that holds the record
 * @param practices what its own build judged of it
 * @param uses the classes that it reaches of other modules and artefacts; null where the record does not tell
 * @param classes the checksums of the classes that it is made of, by their names; empty where the record does not tell
 * @param source the file that tells it
 */
public record RecordedCanary(
        CanaryDeclaration written,
        String module,
        List<Row> practices,
        @Nullable List<CanaryCode.Reached> uses,
        Map<String, String> classes,
        String source) {

    /** One practice, as it was judged. */
    public record Row(String id, Verdict verdict, String found) {}

    /** Returns its class's binary name. */
    public String name() {
        return written.className();
    }
}
