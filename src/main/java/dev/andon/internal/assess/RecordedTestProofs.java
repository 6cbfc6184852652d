package dev.andon.internal.assess;

import dev.andon.TestKind;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.evidence.TestProofRecord;
import dev.andon.internal.evidence.ledger.RunFreshness;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.TestProofCodec;
import dev.andon.internal.require.ProofRequirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Proofs of tests as the build that made them left them behind. */
public final class RecordedTestProofs implements TestProofSource {
    private static final String BUILD = "run the whole build, with the readiness class in it";

    private final Function<Module, List<Path>> outputs;

    /**
     * Reads proofs.
     *
     * @param outputs the folders that Andon may have written to when it ran a module's tests
     */
    public RecordedTestProofs(Function<Module, List<Path>> outputs) {
        this.outputs = outputs;
    }

    @Override
    public Map<TestKind, TestProofRecord> proofs(
            List<ProofRequirement> required, Classes classes, Inventory inventory, RunFreshness freshness) {
        Map<TestKind, TestProofRecord> proofs = new EnumMap<>(TestKind.class);
        for (ProofRequirement requirement : required) {
            proofs.computeIfAbsent(requirement.kind(), kind -> read(kind, classes, freshness));
        }
        return proofs;
    }

    /** A readiness class judges all modules that it can see, so that one file holds the proof of all. */
    private TestProofRecord read(TestKind kind, Classes classes, RunFreshness freshness) {
        Optional<Path> file = classes.workspace().modules().stream()
                .flatMap(module -> outputs.apply(module).stream())
                .map(output -> TestProofCodec.file(output, kind))
                .filter(Files::exists)
                .findFirst();
        if (file.isEmpty()) {
            return new TestProofRecord.Missing("no build left a proof of them", BUILD);
        }
        try {
            TestProofCodec.Recorded recorded =
                    TestProofCodec.decode(InputFile.text(file.get()), file.get().toString());
            return isOlder(recorded, freshness)
                    ? new TestProofRecord.Missing(
                            "the proof in " + file.get() + " may be older than the class files", BUILD)
                    : new TestProofRecord.Proven(recorded.proof());
        } catch (MalformedFileException malformed) {
            return new TestProofRecord.Missing(file.get() + " cannot be read: " + malformed.why(), BUILD);
        } catch (IOException unreadable) {
            return new TestProofRecord.Missing(file.get() + " cannot be read: " + unreadable.getMessage(), BUILD);
        }
    }

    private static boolean isOlder(TestProofCodec.Recorded recorded, RunFreshness freshness) {
        return recorded.proof().faults().stream()
                .map(MethodFaultResult::tests)
                .flatMap(List::stream)
                .map(test -> test.substring(0, Math.max(0, test.indexOf('#'))))
                .distinct()
                .anyMatch(testClass -> freshness.of(testClass, recorded.at()) != RunFreshness.Age.CURRENT);
    }
}
