package dev.andon.internal.evidence;

import dev.andon.internal.discover.Inventory;
import dev.andon.internal.evidence.coverage.CoverageMeter;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a build: what judging starts from.
 *
 * @param inventory the services and test classes
 * @param runs what ran
 * @param links which test class reaches which service
 * @param assertions which test methods assert
 * @param executions which test class ran which service
 * @param coverage measures coverage; empty where nobody asked for any
 * @param changes the changed lines; empty where nobody asked for them
 * @param buildIsOver whether every test that this build would run has run: what has not run by now never runs
 * @param canaries what is known of the canaries
 */
public record BuildEvidence(
        Inventory inventory,
        TestRuns runs,
        List<Link> links,
        Assertions assertions,
        Executions executions,
        Optional<CoverageMeter> coverage,
        Optional<ChangedLines> changes,
        boolean buildIsOver,
        CanaryEvidence canaries) {

    /** Makes the findings of a build without canaries. */
    public BuildEvidence(
            Inventory inventory,
            TestRuns runs,
            List<Link> links,
            Assertions assertions,
            Executions executions,
            Optional<CoverageMeter> coverage,
            Optional<ChangedLines> changes,
            boolean buildIsOver) {
        this(inventory, runs, links, assertions, executions, coverage, changes, buildIsOver, CanaryEvidence.NONE);
    }
}
