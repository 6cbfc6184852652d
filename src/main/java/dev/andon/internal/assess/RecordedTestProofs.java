package dev.andon.internal.assess;

import dev.andon.TestKind;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.TestProofRecord;
import dev.andon.internal.evidence.ledger.RunFreshness;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.formats.TestProofCodec;
import dev.andon.internal.judge.JoinedProof;
import dev.andon.internal.require.ProofRequirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

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
            proofs.computeIfAbsent(requirement.kind(), kind -> read(kind, classes, inventory, freshness));
        }
        return proofs;
    }

    /** Each readiness class leaves a file that holds the proof of all modules that it can see. */
    private TestProofRecord read(TestKind kind, Classes classes, Inventory inventory, RunFreshness freshness) {
        List<Path> files = classes.workspace().modules().stream()
                .flatMap(module -> outputs.apply(module).stream())
                .map(output -> TestProofCodec.file(output, kind))
                .distinct()
                .filter(Files::exists)
                .toList();
        if (files.isEmpty()) {
            return new TestProofRecord.Missing("no build left a proof of them", BUILD);
        }
        List<TestProof> proofs = new ArrayList<>();
        for (Path file : files) {
            TestProofRecord record = read(file, kind, inventory, freshness);
            if (!(record instanceof TestProofRecord.Proven proven)) {
                return record;
            }
            proofs.add(proven.proof());
        }
        return new TestProofRecord.Proven(proofs.size() == 1 ? proofs.get(0) : JoinedProof.ofModules(proofs));
    }

    private static TestProofRecord read(Path file, TestKind kind, Inventory inventory, RunFreshness freshness) {
        try {
            TestProofCodec.Recorded recorded = TestProofCodec.decode(InputFile.text(file), file.toString());
            return isOlder(recorded, kind, inventory, freshness)
                    ? new TestProofRecord.Missing("the proof in " + file + " may be older than the class files", BUILD)
                    : new TestProofRecord.Proven(recorded.proof());
        } catch (MalformedFileException malformed) {
            return new TestProofRecord.Missing(file + " cannot be read: " + malformed.why(), BUILD);
        } catch (IOException unreadable) {
            return new TestProofRecord.Missing(file + " cannot be read: " + unreadable.getMessage(), BUILD);
        }
    }

    /** Than its tests, or than those that have been written since; each test is as old as the classes that it can call. */
    private static boolean isOlder(
            TestProofCodec.Recorded recorded, TestKind kind, Inventory inventory, RunFreshness freshness) {
        Stream<String> named = recorded.proof().faults().stream()
                .map(MethodFaultResult::tests)
                .flatMap(List::stream)
                .map(test -> test.substring(0, Math.max(0, test.indexOf('#'))));
        Stream<String> present = inventory.testClasses().stream()
                .filter(test -> test.has(kind) && !test.readiness())
                .map(TestClass::name);
        return Stream.concat(named, present)
                .distinct()
                .anyMatch(testClass -> freshness.of(testClass, recorded.at()) != RunFreshness.Age.CURRENT);
    }
}
