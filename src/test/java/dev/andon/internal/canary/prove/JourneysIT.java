package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Canary;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations of several requests: honest canaries are proven and leave nothing behind, useless ones are not. */
class JourneysIT {
    /** A part of the reason, where it is not that a fault survives. */
    private static final Map<Class<?>, String> REASONS = Map.of(
            UselessJourneys.AssumesAnEnvironment.class, "an assumption on its environment",
            UselessJourneys.ChecksOnLoopbackOnly.class, "whether its target is this machine",
            UselessJourneys.ChecksWithSurefireOnTheClassPathOnly.class, "the build tool that runs it",
            UselessJourneys.DoesNotWait.class, "",
            UselessJourneys.RedAtRandom.class, "",
            UselessJourneys.AssumesThatItIsOk.class, "which alerts nobody",
            UselessJourneys.OnlyRefusals.class, "the service answers 401 to every GET /me",
            UselessJourneys.AsksInPlaceOfMutating.class, "names MUTATION addNote and only sends POST /graphql");

    private static JourneyService service;

    @BeforeAll
    static void open() throws IOException {
        service = new JourneyService();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static Stream<Class<?>> canaries(Class<?> holder) {
        return Arrays.stream(holder.getDeclaredClasses()).filter(canary -> canary.isAnnotationPresent(Canary.class));
    }

    static Stream<Class<?>> honest() {
        return Repetitions.of(canaries(HonestJourneys.class));
    }

    static Stream<Class<?>> useless() {
        return Repetitions.of(canaries(UselessJourneys.class));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void an_honest_canary_is_proven(Class<?> canary) throws IOException {
        int before = service.left();
        WholeProof proof = WholeProof.of(canary, service.uri(), true);

        System.out.printf(
                "%s: proven in %d ms, %d left behind%n",
                canary.getSimpleName(), proof.milliseconds(), service.left() - before);
        assertThat(proof.undecided())
                .as("undecided, besides " + proof.refused())
                .isEmpty();
        assertThat(proof.refused()).isEmpty();
        assertThat(service.left() - before).isLessThanOrEqualTo(1);
    }

    /** Another number of the same length may be as plausible as the right one where both are small. */
    @Test
    void a_counter_that_is_still_small_is_verified() throws IOException {
        try (JourneyService young = new JourneyService(3)) {
            WholeProof proof = WholeProof.of(HonestJourneys.CounterGrows.class, young.uri(), true);

            assertThat(proof.proven()).as(proof.toString()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("useless")
    void a_useless_canary_is_not_proven(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, service.uri(), false);

        assertThat(proof.proven()).as(canary.getSimpleName()).isFalse();
        assertThat(proof.refused() + " " + proof.undecided()).contains(REASONS.getOrDefault(canary, "it stays green"));
    }
}
