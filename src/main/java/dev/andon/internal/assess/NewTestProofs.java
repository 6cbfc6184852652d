package dev.andon.internal.assess;

import dev.andon.TestKind;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.TestProofRecord;
import dev.andon.internal.evidence.ledger.RunFreshness;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.Shard;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.formats.TestProofCodec;
import dev.andon.internal.prove.FaultCandidates;
import dev.andon.internal.prove.ProofEnvironment;
import dev.andon.internal.prove.ProofPlan;
import dev.andon.internal.prove.ProofProgress;
import dev.andon.internal.prove.TestProver;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.require.ProofRequirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Proves tests, and writes down what that showed. */
public final class NewTestProofs implements TestProofSource {
    private static final String ELSEWHERE = "runs the service in another process, in which nothing can be injected";
    private static final String OTHER_CLASS_PATH = "is not on the class path of the tests that are proven";

    /** Names the part of the faults that is tried. */
    public static final String SHARD = "andon.proof.shard";

    private final Setting setting;

    /**
     * Where and how tests run.
     *
     * @param output the folder that takes the record
     * @param shard the part of the faults that is tried
     * @param onClassPath whether a test class is on the class path
     * @param environment what the JVM of the tests needs
     * @param progress is told how far the proof of a kind of test is
     */
    public record Setting(
            Path output,
            Shard shard,
            Predicate<TestClass> onClassPath,
            Supplier<ProofEnvironment> environment,
            Function<TestKind, ProofProgress> progress) {}

    /** Proves tests where and how the setting says. */
    public NewTestProofs(Setting setting) {
        this.setting = setting;
    }

    /**
     * Returns the part of the faults that a build tries.
     *
     * @param configured what {@code andon.proof.shard} says; null where nothing
     * @throws ConfigurationException if that is no part
     */
    public static Shard shard(@Nullable String configured) {
        try {
            return configured == null || configured.isBlank() ? Shard.ALL : Shard.parse(configured);
        } catch (IllegalArgumentException malformed) {
            throw new ConfigurationException(SHARD + " = " + malformed.getMessage());
        }
    }

    @Override
    public Map<TestKind, TestProofRecord> proofs(
            List<ProofRequirement> required, Classes classes, Inventory inventory, RunFreshness freshness) {
        Map<TestKind, TestProofRecord> proofs = new EnumMap<>(TestKind.class);
        required.stream()
                .collect(Collectors.groupingBy(
                        ProofRequirement::kind, () -> new EnumMap<>(TestKind.class), Collectors.toList()))
                .forEach((kind, ofKind) ->
                        proofs.put(kind, new TestProofRecord.Proven(prove(kind, ofKind, classes, inventory))));
        return proofs;
    }

    private TestProof prove(TestKind kind, List<ProofRequirement> required, Classes classes, Inventory inventory) {
        List<TestProof.LeftOut> leftOut = new ArrayList<>();
        List<String> testClasses = new ArrayList<>();
        for (TestClass testClass : inventory.testClasses()) {
            if (testClass.has(kind) && !testClass.readiness() && testClass.anyEnabled()) {
                String obstacle = obstacle(testClass);
                if (obstacle.isEmpty()) {
                    testClasses.add(testClass.name());
                } else {
                    leftOut.add(new TestProof.LeftOut(testClass.name(), obstacle));
                }
            }
        }
        List<Service> services = inventory.services().stream()
                .filter(service -> required.stream().anyMatch(requirement -> requirement.appliesTo(service.name())))
                .toList();
        Path file = TestProofCodec.file(setting.output(), kind);
        ProofPlan plan = new ProofPlan(
                version(),
                kind,
                FaultCandidates.of(services, classes.index()),
                testClasses,
                required.stream()
                        .map(ProofRequirement::budget)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO),
                setting.shard(),
                notTried(file));
        TestProof proof = testClasses.isEmpty()
                ? new TestProof(
                        plan.version(),
                        kind,
                        List.of(),
                        List.of(),
                        "there is no " + kind.text() + " that can be run again"
                                + (leftOut.isEmpty()
                                        ? ""
                                        : ": " + leftOut.get(0).test() + " "
                                                + leftOut.get(0).reason()),
                        setting.shard(),
                        TestProof.Timing.NONE)
                : TestProver.prove(
                        plan, setting.environment().get(), setting.progress().apply(kind));
        TestProof whole = proof.with(
                Stream.concat(proof.leftOut().stream(), leftOut.stream()).toList());
        write(file, whole);
        return whole;
    }

    private String obstacle(TestClass testClass) {
        if (!testClass.sameProcess()) {
            return ELSEWHERE;
        }
        return setting.onClassPath().test(testClass) ? "" : OTHER_CLASS_PATH;
    }

    /** What the last build had no time for comes first. */
    private static Set<String> notTried(Path file) {
        if (!Files.exists(file)) {
            return Set.of();
        }
        try {
            return TestProofCodec.decode(InputFile.text(file), file.toString()).proof().faults().stream()
                    .filter(fault -> fault.verdict() == Verdict.NOT_TRIED)
                    .map(MethodFaultResult::method)
                    .map(ProofPlan::key)
                    .collect(Collectors.toSet());
        } catch (IOException | MalformedFileException unusable) {
            // It only chooses an order, and is replaced by this build's.
            return Set.of();
        }
    }

    private static void write(Path file, TestProof proof) {
        try {
            OutputFile.write(file, TestProofCodec.encode(new TestProofCodec.Recorded(now(), proof)));
        } catch (IOException unwritable) {
            throw new ConfigurationException(
                    "the proof of the tests cannot be written to " + file + ": " + unwritable.getMessage());
        }
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private static String version() {
        String version = NewTestProofs.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }
}
