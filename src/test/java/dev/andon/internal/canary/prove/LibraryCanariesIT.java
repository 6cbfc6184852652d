package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Canary;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Honest canaries of pages, versions, ranges, events, archives and forms are proven, useless ones are not. Minutes of
 * whole proofs, so only where proofs are repeated on purpose: {@code -Dandon.test.repetitions=1}.
 */
@EnabledIfSystemProperty(named = "andon.test.repetitions", matches = "\\d+")
class LibraryCanariesIT {
    /** Of each canary its own: what others leave behind moves books to other pages. */
    private LibraryService service;

    @BeforeEach
    void open() throws IOException {
        service = new LibraryService();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private static Stream<Class<?>> canaries(Class<?>... holders) {
        return Repetitions.of(Arrays.stream(holders)
                .flatMap(holder -> Arrays.stream(holder.getDeclaredClasses()))
                .filter(canary -> canary.isAnnotationPresent(Canary.class)));
    }

    static Stream<Class<?>> honest() {
        return canaries(HonestLibraryCanaries.class, HonestFormatCanaries.class);
    }

    static Stream<Class<?>> useless() {
        return canaries(UselessLibraryCanaries.class, UselessFormatCanaries.class);
    }

    @ParameterizedTest
    @MethodSource("honest")
    void an_honest_canary_is_proven(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, service.uri(), true);

        assertThat(proof.undecided())
                .as("undecided, besides " + proof.refused())
                .isEmpty();
        assertThat(proof.refused()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("useless")
    void a_useless_canary_is_not_proven(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, service.uri(), false);

        assertThat(proof.proven()).as(canary.getSimpleName()).isFalse();
        assertThat(proof.refused() + " " + proof.undecided())
                .containsAnyOf("stays green", "is refused, not that it works", "expects the empty list");
    }
}
