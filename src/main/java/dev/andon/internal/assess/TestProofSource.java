package dev.andon.internal.assess;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.TestProofRecord;
import dev.andon.internal.evidence.ledger.RunFreshness;
import dev.andon.internal.require.ProofRequirement;
import java.util.List;
import java.util.Map;

/** Where proofs of tests come from: a build makes them, and whoever looks at folders reads them. */
@FunctionalInterface
public interface TestProofSource {

    /** Returns no proof. */
    TestProofSource NONE = (required, classes, inventory, freshness) -> Map.of();

    /**
     * Returns what faults showed about the tests, by their kind.
     *
     * @param required what is required, at least one requirement
     * @param classes the classes of the build
     * @param freshness which results are of the class files of today
     */
    Map<TestKind, TestProofRecord> proofs(
            List<ProofRequirement> required, Classes classes, Inventory inventory, RunFreshness freshness);

    /** The classes of a build, by their folders and by their facts. */
    record Classes(Workspace workspace, CodeIndex index) {}
}
