package dev.andon.internal.audit;

import dev.andon.TestKind;
import dev.andon.internal.formats.Shard;
import dev.andon.internal.judge.PracticeChecks;
import dev.andon.internal.prove.ProofProgress;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.ProofRequirement;
import dev.andon.internal.require.Requirements;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How the tests of a project are proven.
 *
 * @param kind the kind of test, whatever the project requires; empty for what it requires, or else integration tests
 * @param budget how long faults are injected, whatever the project requires; empty for what it requires
 * @param libraries the class path behind the project's class folders; empty for that by the pom
 * @param shard the part of the faults that is tried
 * @param output the folder that takes the records
 * @param progress is told how far the proof of a kind of test is
 * @param warnings takes what may keep tests from running, a line each
 */
public record ProvingOptions(
        Optional<TestKind> kind,
        Optional<Duration> budget,
        List<Path> libraries,
        Shard shard,
        Path output,
        Function<TestKind, ProofProgress> progress,
        Consumer<String> warnings) {

    private static final Practice PRACTICE = PracticeChecks.CATALOGUE.get("tests-detect-failure");

    /** Returns what is required where the project says nothing. */
    Requirements requirements() {
        return of(Requirements.of(Set.of()));
    }

    /** Returns what is left of a project's requirements: that its tests detect failure. */
    Requirements of(Requirements declared) {
        List<ProofRequirement> required = kind.isPresent() || declared.proofs().isEmpty()
                ? List.of(ProofRequirement.of(kind.orElse(TestKind.INTEGRATION)))
                : declared.proofs();
        return declared.withPractices(Set.of(PRACTICE))
                .withProofs(required.stream()
                        .map(one -> new ProofRequirement(
                                one.kind(), one.services(), one.packages(), one.atLeast(), budget.orElse(one.budget())))
                        .toList());
    }
}
