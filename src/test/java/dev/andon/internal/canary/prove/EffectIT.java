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

/** The effect of a write shows in many ways, and a canary of the write has to see one of them. */
class EffectIT {
    private LittleService service;

    @BeforeEach
    void open() throws IOException {
        service = new LittleService(new EffectDesk()::handle);
    }

    @AfterEach
    void close() {
        service.close();
    }

    static Stream<Class<?>> honest() {
        return Repetitions.of(Arrays.stream(HonestEffects.class.getDeclaredClasses()));
    }

    static Stream<Class<?>> useless() {
        return Repetitions.of(Arrays.stream(UselessEffects.class.getDeclaredClasses()));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void a_canary_that_sees_it_is_proven(Class<?> canary) throws IOException {
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
