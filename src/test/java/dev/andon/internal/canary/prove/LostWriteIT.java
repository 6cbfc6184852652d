package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.LittleService;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That a service does nothing of a write is what a canary of the write is there to tell. */
class LostWriteIT {
    private LittleService service;

    @BeforeEach
    void open() throws IOException {
        service = new LittleService(new WriteDesk()::handle);
    }

    @AfterEach
    void close() {
        service.close();
    }

    static Stream<Class<?>> honest() {
        return Repetitions.of(Arrays.stream(HonestWrites.class.getDeclaredClasses()));
    }

    static Stream<Class<?>> useless() {
        return Repetitions.of(Arrays.stream(UselessWrites.class.getDeclaredClasses()));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void a_canary_that_tells_is_proven(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, service.uri(), true);

        assertThat(proof.refused()).isEmpty();
        assertThat(proof.undecided()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("useless")
    void one_that_does_not_is_refused(Class<?> canary) throws IOException {
        assertThat(WholeProof.of(canary, service.uri(), false).refused()).isNotEmpty();
    }
}
