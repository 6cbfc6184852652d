package dev.andon.internal.judge;

import dev.andon.internal.canary.spec.CanaryName;
import dev.andon.internal.canary.spec.Tolerance;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.require.Practice;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges whether a failing canary alerts somebody who knows what to do, and nobody for one blip. */
public final class CanaryAlertsCheck extends CanaryCodeCheck {
    static final Practice PRACTICE = Practice.optIn(Practice.Scope.CANARY, "canary-alerts");

    static final FindingTemplate ALERTS =
            new FindingTemplate("alerts", "pages {owner} after {tolerance}, runbook {runbook} ({location})");
    static final FindingTemplate INCOMPLETE =
            new FindingTemplate("incomplete", "@Canary on {canary} ({location}): {faults}", "{fixes}");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Finding> faults(CanaryClass canary, CanaryCode code, Assertions assertions) {
        CanaryDeclaration written = canary.written();
        List<String> faults = new ArrayList<>();
        List<String> fixes = new ArrayList<>();
        List<String> attributes = new ArrayList<>();
        if (written.owner().isBlank()) {
            faults.add("no owner");
            attributes.add("owner");
            fixes.add("name the team that is paged: owner = \"shop-team\"");
        }
        if (written.runbook().isBlank()) {
            faults.add("no runbook");
        } else if (!code.runbook().isEmpty()) {
            faults.add("the runbook \"" + written.runbook() + "\" " + code.runbook());
        }
        if (written.runbook().isBlank() || !code.runbook().isEmpty()) {
            attributes.add("runbook");
            fixes.add("write what to do when it fails, and name the URL or the file: runbook = \"docs/runbooks/"
                    + CanaryName.ofClass(canary.name()) + ".md\"");
        }
        tolerance(written.tolerance()).ifPresent(fault -> {
            faults.add(fault);
            attributes.add("tolerance");
            fixes.add("say how many failures of how many runs page, more than one: tolerance = \"3/5\"");
        });
        return faults.isEmpty()
                ? List.of()
                : List.of(INCOMPLETE
                        .with(
                                "canary",
                                ClassNames.simple(canary.name()),
                                "location",
                                canary.location(),
                                "faults",
                                String.join("; ", faults),
                                "fixes",
                                String.join("; ", fixes))
                        .identifiedBy(attributes));
    }

    @Override
    Finding good(CanaryClass canary, CanaryCode code) {
        return ALERTS.with(
                "owner",
                canary.written().owner(),
                "tolerance",
                canary.written().tolerance(),
                "runbook",
                canary.written().runbook(),
                "location",
                canary.location());
    }

    private static Optional<String> tolerance(String text) {
        if (text.isBlank()) {
            return Optional.of("no tolerance");
        }
        Optional<Tolerance> tolerance = Tolerance.parse(text);
        if (tolerance.isEmpty()) {
            return Optional.of("tolerance = \"" + text + "\" is not a policy: write failures/runs, such as 3/5");
        }
        return tolerance
                .filter(Tolerance::tripsOnOne)
                .map(policy -> "tolerance = \"" + text + "\" pages on one failed run");
    }
}
