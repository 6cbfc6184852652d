package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No useless canary is proven, against a service that answers differently in each run. */
class UselessCanariesIT {
    /** A part of the reason, where it is not that a fault survives. */
    private static final Map<Class<?>, String> REASONS = Map.ofEntries(
            Map.entry(UselessCanaries.OnlyAnotherRoute.class, "names POST /owners and only sends GET /vets"),
            Map.entry(UselessCanaries.OperationInCleanupOnly.class, "by its cleanup alone"),
            Map.entry(UselessCanaries.OperationInCleanupByAnotherClient.class, "by its cleanup alone"),
            Map.entry(UselessCanaries.ParentOfTheRoute.class, "only sends GET /owners"),
            Map.entry(UselessCanaries.GreenTwiceThenAlwaysRed.class, "a counter or another state"),
            Map.entry(UselessCanaries.RedEverySecondTime.class, "a counter or another state"),
            Map.entry(UselessCanaries.RedFirst.class, "not green"),
            Map.entry(UselessCanaries.EnabledUnderSurefireOnly.class, "@EnabledIfSystemProperty"),
            Map.entry(UselessCanaries.ChecksUnderSurefireOnly.class, "the build tool that runs it"),
            Map.entry(UselessCanaries.DisabledTest.class, "@Disabled"),
            Map.entry(UselessCanaries.JdbcConstant.class, "no fault can be injected"),
            Map.entry(UselessCanaries.WaivesMost.class, "does not tell why"),
            Map.entry(UselessCanaries.WaivesAKind.class, "every fault of the kind connection"),
            Map.entry(UselessCanaries.WaivesWhatCannotHappen.class, "matches no fault"),
            Map.entry(UselessCanaries.ComparesLengths.class, "it compares lengths"),
            Map.entry(UselessCanaries.LoopOverAListThatMayBeEmpty.class, "when every list is empty"),
            Map.entry(UselessCanaries.LoopOverAnEmptyList.class, "cannot determine"),
            Map.entry(UselessCanaries.ExpectsNothing.class, "cannot determine"));

    private static VariedService service;

    @BeforeAll
    static void open() throws IOException {
        service = new VariedService();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @BeforeEach
    void begin() {
        UselessCanaries.GreenTwiceThenAlwaysRed.runs = 0;
        UselessCanaries.RedFirst.runs = 0;
        UselessCanaries.RedEverySecondTime.runs = 0;
    }

    static Stream<Class<?>> useless() {
        return Repetitions.of(Stream.of(UselessCanaries.class, UselessPollingCanaries.class)
                .flatMap(holder -> Arrays.stream(holder.getDeclaredClasses())));
    }

    @ParameterizedTest
    @MethodSource("useless")
    void a_useless_canary_is_not_proven(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, service.uri(), false);

        assertThat(proof.proven()).as(canary.getSimpleName()).isFalse();
        assertThat(proof.refused() + " " + proof.undecided()).contains(REASONS.getOrDefault(canary, "it stays green"));
    }
}
