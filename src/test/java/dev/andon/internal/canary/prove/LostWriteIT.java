package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.LittleService;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That a service does nothing of a write is what a canary of the write is there to tell. */
class LostWriteIT {
    private LittleService writes;
    private LittleService effects;

    @BeforeEach
    void open() throws IOException {
        writes = new LittleService(new WriteDesk()::handle);
        effects = new LittleService(new EffectDesk()::handle);
    }

    @AfterEach
    void close() {
        writes.close();
        effects.close();
    }

    static Stream<Class<?>> honest() {
        return canaries(HonestWrites.class, HonestEffects.class);
    }

    static Stream<Class<?>> useless() {
        return canaries(UselessWrites.class, UselessEffects.class);
    }

    private static Stream<Class<?>> canaries(Class<?>... holders) {
        return Repetitions.of(Arrays.stream(holders).flatMap(holder -> Arrays.stream(holder.getDeclaredClasses())));
    }

    private URI service(Class<?> canary) {
        Class<?> holder = canary.getEnclosingClass();
        return (holder == HonestEffects.class || holder == UselessEffects.class ? effects : writes).uri();
    }

    @ParameterizedTest
    @MethodSource("honest")
    void a_canary_that_tells_is_proven(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, service(canary), true);

        assertThat(proof.refused()).isEmpty();
        assertThat(proof.undecided()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("useless")
    void one_that_does_not_is_refused(Class<?> canary) throws IOException {
        assertThat(WholeProof.of(canary, service(canary), false).refused()).isNotEmpty();
    }
}
