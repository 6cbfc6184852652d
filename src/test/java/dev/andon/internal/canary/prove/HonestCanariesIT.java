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

/** Every honest canary is proven, against a service that answers differently in each run, and leaves nothing behind. */
class HonestCanariesIT {
    private static VariedService service;

    @BeforeAll
    static void open() throws IOException {
        service = new VariedService();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    static Stream<Class<?>> honest() {
        return Repetitions.of(Arrays.stream(HonestCanaries.class.getDeclaredClasses())
                .filter(canary -> canary.isAnnotationPresent(Canary.class)));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void an_honest_canary_is_proven(Class<?> canary) throws IOException {
        int before = service.owners();
        WholeProof proof = WholeProof.of(canary, service.uri(), true);

        System.out.printf(
                "%s: proven in %d ms, %d left behind%n",
                canary.getSimpleName(), proof.milliseconds(), service.owners() - before);
        assertThat(proof.undecided())
                .as("undecided, besides " + proof.refused())
                .isEmpty();
        assertThat(proof.refused()).isEmpty();
        assertThat(service.owners() - before).isLessThanOrEqualTo(1);
    }
}
