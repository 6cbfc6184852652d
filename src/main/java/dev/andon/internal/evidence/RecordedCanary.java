package dev.andon.internal.evidence;

import dev.andon.internal.discover.Location;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.formats.CanaryRecord;
import java.util.List;
import java.util.Map;

/**
 * A canary as its own module's build recorded it.
 *
 * @param contents what the file says about it
 * @param module the artefact or folder that holds the file
 * @param source the file
 * @param named whether the readiness class names the file, so that this build has nothing of the canary but the file
 */
public record RecordedCanary(CanaryRecord contents, String module, String source, boolean named) {

    /** Returns its class's binary name. */
    public String name() {
        return contents.declaration().className();
    }

    /** Returns its annotation. */
    public CanaryDeclaration written() {
        return contents.declaration();
    }

    /** Returns the practices that its class file decides, as its own module's build judged them. */
    public List<CanaryRecord.JudgedPractice> practices() {
        return contents.practices();
    }

    /** Returns the checksums of the classes that it consists of, by their names; empty where the file does not say. */
    public Map<String, String> classes() {
        return contents.classes();
    }

    /** Returns whether the file says which classes of other modules and artefacts the canary reaches. */
    public boolean tellsUses() {
        return contents.uses() != null;
    }

    /** Returns the classes that it reaches of other modules and artefacts; none where the file does not say. */
    public List<CanaryCode.Reached> uses() {
        List<CanaryRecord.ClassUse> uses = contents.uses();
        return uses == null
                ? List.of()
                : uses.stream()
                        .map(use -> new CanaryCode.Reached(use.type(), new Location(use.by(), use.file(), use.line())))
                        .toList();
    }
}
