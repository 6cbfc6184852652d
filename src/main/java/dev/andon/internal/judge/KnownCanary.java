package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.Location;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.require.OperationText;
import dev.andon.internal.require.Practice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A canary, known by its class or by what its own build recorded of it: exactly one of the two is there.
 *
 * @param written what its annotation holds
 * @param module the module or artefact that holds it
 * @param inCode its class, where this build has it
 * @param recorded the record of it, where it has not
 */
record KnownCanary(
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

    String name() {
        return written.className();
    }

    /** Returns its name and where it stands. */
    String words() {
        return ServiceLabels.simple(name()) + " (" + (inCode == null ? "of " + module : inCode.location()) + ")";
    }

    /** Returns whether it is for that operation: case and white space do not matter. */
    boolean isFor(String operation) {
        return OperationText.normalized(written.operation()).equals(OperationText.normalized(operation));
    }

    /** Returns whether it never runs: all its tests are disabled. What its own build judged is not asked again. */
    boolean disabled() {
        return inCode != null
                && !inCode.tests().isEmpty()
                && inCode.enabledTests().isEmpty();
    }

    /** Returns a row that these canaries gave. */
    static PracticeResult row(
            Practice practice, Verdict verdict, List<KnownCanary> canaries, String found, String fix) {
        return new PracticeResult(
                practice.id(),
                verdict,
                Evidence.NONE,
                canaries.stream().map(KnownCanary::name).toList(),
                found,
                fix);
    }

    /** Returns it as a subject of rows: labels and waivers name both in the same way. */
    Service asSubject() {
        Location location = inCode == null ? new Location(name(), "", 0) : inCode.location();
        return new Service(name(), module, Service.Tier.ENTRY, "@Canary", List.of(), List.of(), location);
    }
}
