package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Canary;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Honest canaries of remote calls, exports, ranges, jobs and streams are proven, and those that lack the check are not. */
class DeskCanariesIT {
    private static HelpDesk desk;

    @BeforeAll
    static void open() throws IOException {
        desk = new HelpDesk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static Stream<Class<?>> canaries(Class<?> holder) {
        return Repetitions.of(
                Arrays.stream(holder.getDeclaredClasses()).filter(canary -> canary.isAnnotationPresent(Canary.class)));
    }

    static Stream<Class<?>> honest() {
        return canaries(HonestDeskCanaries.class);
    }

    static Stream<Class<?>> useless() {
        return canaries(UselessDeskCanaries.class);
    }

    @ParameterizedTest
    @MethodSource("honest")
    void an_honest_canary_is_proven(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, desk.uri(), true);

        assertThat(proof.undecided())
                .as("undecided, besides " + proof.refused())
                .isEmpty();
        assertThat(proof.refused()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("useless")
    void a_useless_canary_is_not_proven(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, desk.uri(), false);

        assertThat(proof.refused())
                .as("undecided: " + proof.undecided())
                .anyMatch(reason -> reason.contains("it stays green") || reason.contains("verifies no value"));
    }
}
