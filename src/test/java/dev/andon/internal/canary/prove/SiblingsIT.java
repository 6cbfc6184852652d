package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Canary;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Further honest and useless canaries of the kinds of the other tests, written to try what these have taught. */
class SiblingsIT {
    private static JourneyService journeys;
    private static VariedService varied;

    @BeforeAll
    static void open() throws IOException {
        journeys = new JourneyService();
        varied = new VariedService();
    }

    @AfterAll
    static void close() {
        journeys.close();
        varied.close();
    }

    static Stream<Class<?>> honest() {
        return Repetitions.of(Arrays.stream(HonestSiblings.class.getDeclaredClasses()));
    }

    static Stream<Class<?>> useless() {
        return Repetitions.of(Arrays.stream(UselessSiblings.class.getDeclaredClasses()));
    }

    private static URI service(Class<?> canary) {
        String route = canary.getAnnotation(Canary.class).route();
        return Stream.of("/owners", "/vets", "/feed", "/lines", "/token", "/pages", "/jobs")
                        .anyMatch(route::contains)
                ? varied.uri()
                : journeys.uri();
    }

    /** A minute of whole proofs, so only where proofs are repeated on purpose: {@code -Dandon.test.repetitions=1}. */
    @ParameterizedTest
    @EnabledIfSystemProperty(named = "andon.test.repetitions", matches = "\\d+")
    @MethodSource("honest")
    void an_honest_canary_is_proven(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, service(canary), true);

        assertThat(proof.undecided())
                .as("undecided, besides " + proof.refused())
                .isEmpty();
        assertThat(proof.refused()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("useless")
    void a_useless_canary_is_not_proven(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, service(canary), false);

        assertThat(proof.proven()).as(canary.getSimpleName()).isFalse();
        assertThat(proof.refused() + " " + proof.undecided())
                .contains(
                        canary == UselessSiblings.DeletesUnseen.class
                                ? "no request reads what it wrote"
                                : "stays green");
    }
}
