package dev.andon.internal.judge;

import dev.andon.internal.canary.spec.CanaryName;
import dev.andon.internal.canary.spec.Tolerance;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.formats.CanaryDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges whether a red canary wakes somebody who knows what to do, and nobody for one blip: {@code canary-alerts}. */
final class CanaryAlerts {
    private CanaryAlerts() {}

    static Optional<CanaryFault> fault(CanaryClass canary, CanaryCode code) {
        CanaryDeclaration written = canary.written();
        List<String> faults = new ArrayList<>();
        List<String> fixes = new ArrayList<>();
        if (written.owner().isBlank()) {
            faults.add("no owner");
            fixes.add("name the team that is paged: owner = \"shop-team\"");
        }
        if (written.runbook().isBlank()) {
            faults.add("no runbook");
        } else if (!code.runbook().isEmpty()) {
            faults.add("the runbook \"" + written.runbook() + "\" " + code.runbook());
        }
        if (written.runbook().isBlank() || !code.runbook().isEmpty()) {
            fixes.add("write what to do when it is red, and name the URL or the file: runbook = \"docs/runbooks/"
                    + canaryName(canary) + ".md\"");
        }
        tolerance(written.tolerance()).ifPresent(fault -> {
            faults.add(fault);
            fixes.add("say how many failures of how many runs page, more than one: tolerance = \"3/5\"");
        });
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new CanaryFault(
                        "@Canary on " + ServiceLabels.simple(canary.name()) + " (" + canary.location() + "): "
                                + String.join("; ", faults),
                        String.join("; ", fixes)));
    }

    private static String canaryName(CanaryClass canary) {
        return CanaryName.ofClass(canary.name());
    }

    private static Optional<String> tolerance(String text) {
        if (text.isBlank()) {
            return Optional.of("no tolerance");
        }
        Optional<Tolerance> tolerance = Tolerance.parse(text);
        if (tolerance.isEmpty()) {
            return Optional.of("tolerance = \"" + text + "\" is no policy: write failures/runs, such as 3/5");
        }
        return tolerance
                .filter(Tolerance::tripsOnOne)
                .map(policy -> "tolerance = \"" + text + "\" pages on one failed run");
    }
}
