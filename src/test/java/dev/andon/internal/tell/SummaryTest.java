package dev.andon.internal.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Evidence;
import dev.andon.Level;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static ServiceResult subject(String label, Verdict... verdicts) {
        return new ServiceResult(
                "com.acme." + label,
                label,
                "shop",
                List.of(verdicts).stream()
                        .map(verdict -> new PracticeResult(
                                "unit-tests", verdict, Evidence.NONE, List.of(), "found", "Found.", ""))
                        .toList());
    }

    @Test
    void services_and_canaries_are_counted_apart_and_exempt_results_apart_from_met_ones() {
        Report report = new Report(
                "",
                Level.NONE,
                List.of(subject("Orders", Verdict.MET, Verdict.EXEMPT), subject("Till", Verdict.EXEMPT)),
                List.of(subject("PlaceCanary", Verdict.MET)),
                List.of(),
                List.of(),
                List.of());

        assertThat(Summary.of(report, Path.of("andon")))
                .startsWith("Andon: 2 services, 1 canary: 2 met, 2 exempt\n")
                .contains("Orders       unit-tests  exempt\n", "PlaceCanary  unit-tests  met\n");
    }
}
