package dev.andon.internal.evidence;

import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.require.OperationText;
import dev.andon.internal.text.ClassNames;
import org.jspecify.annotations.Nullable;

/**
 * A canary, known by its class or by the record that its own build wrote: exactly one of the two is present.
 *
 * @param written what its annotation holds
 * @param module the module or artefact that holds it
 * @param inCode its class, where this build has it
 * @param recorded its record otherwise
 */
public record KnownCanary(
        CanaryDeclaration written,
        String module,
        @Nullable CanaryClass inCode,
        @Nullable RecordedCanary recorded) {

    static KnownCanary of(CanaryClass canary) {
        return new KnownCanary(canary.written(), canary.module(), canary, null);
    }

    static KnownCanary of(RecordedCanary canary) {
        return new KnownCanary(canary.written(), canary.module(), null, canary);
    }

    /** Returns its class's binary name. */
    public String name() {
        return written.className();
    }

    /** Returns its simple name and where it is. */
    public String label() {
        return ClassNames.simple(name()) + " (" + (inCode == null ? "of " + module : inCode.location()) + ")";
    }

    /** Returns whether it is for that operation; case and white space do not matter. */
    public boolean isFor(String operation) {
        return OperationText.normalized(written.operation()).equals(OperationText.normalized(operation));
    }

    /** Returns whether all its tests are disabled. Of a recorded canary, its own build has judged that. */
    public boolean disabled() {
        return inCode != null
                && !inCode.tests().isEmpty()
                && inCode.enabledTests().isEmpty();
    }
}
