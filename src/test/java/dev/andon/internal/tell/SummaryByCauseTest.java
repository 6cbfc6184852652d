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
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryByCauseTest {
    private static final int SERVICES = 60;

    private static PracticeResult result(String practice, Verdict verdict, String finding) {
        return new PracticeResult(
                practice, verdict, Evidence.NONE, List.of(), finding, "what was found: " + finding, "the fix");
    }

    private static ServiceResult service(int number, String module, PracticeResult... results) {
        return new ServiceResult("com.acme.Service" + number, "Service" + number, module, List.of(results));
    }

    private static String summary(List<ServiceResult> services, List<String> notes, PracticeResult... codebase) {
        return SummaryByCause.of(
                new Report("", Level.NONE, services, List.of(), List.of(codebase), notes, List.of()),
                Path.of("out"),
                "more: there");
    }

    private static List<ServiceResult> services(IntFunction<ServiceResult> service) {
        return IntStream.range(0, SERVICES).mapToObj(service).toList();
    }

    /** However many modules hold them, and however many causes and notes there are. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30, 60})
    void sixty_services_take_less_than_150_lines(int modules) {
        List<ServiceResult> services = services(number -> service(
                number,
                "module" + number % modules,
                result("unit-tests", Verdict.MET, "linked"),
                result("tests-assert", Verdict.VIOLATED, "cause-" + number),
                result("integration-tests", Verdict.VIOLATED, "no-test")));
        String text = summary(
                services,
                IntStream.range(0, 40).mapToObj(number -> "note " + number).toList(),
                result("tests-run", Verdict.VIOLATED, "never-run"));

        assertThat(text.lines()).hasSizeLessThan(150);
        for (ServiceResult service : services) {
            assertThat(text.lines().filter(line -> line.startsWith("  " + service.label() + " ")))
                    .hasSize(1);
        }
    }

    @Test
    void what_fails_for_one_cause_is_told_once_with_the_services_of_each_module() {
        String text = summary(
                services(number -> service(
                        number,
                        number < 40 ? "orders" : "stock",
                        result("integration-tests", Verdict.VIOLATED, "no-test"),
                        result("unit-tests", Verdict.MET, "linked"))),
                List.of("a note"));

        assertThat(text).containsOnlyOnce("what was found: no-test").containsOnlyOnce("the fix");
        assertThat(text)
                .contains(
                        "module orders: Service0, Service1, Service2, Service3, Service4 and 35 more; module stock: ",
                        "Service59  violated: integration-tests; 1 met",
                        "notes:\n  a note\n",
                        "integration-tests.md")
                .endsWith(Path.of("out", "report.json").toString());
    }

    @Test
    void causes_that_are_left_out_are_named_and_two_verdicts_of_one_practice_are_two_causes() {
        String text = summary(
                services(number -> service(number, "shop", result("unit-tests", Verdict.VIOLATED, "cause-" + number))),
                List.of());
        assertThat(text).contains("and 52 other causes: unit-tests (cause-8), ", "unit-tests (cause-59)");

        assertThat(summary(
                        List.of(
                                service(1, "shop", result("unit-tests", Verdict.UNDECIDED, "never-ran")),
                                service(2, "shop", result("unit-tests", Verdict.VIOLATED, "never-ran"))),
                        List.of()))
                .contains("unit-tests (undecided) for module shop: Service1\n")
                .contains("unit-tests (violated) for module shop: Service2\n");
    }

    @Test
    void nothing_is_said_of_causes_and_notes_where_there_are_none() {
        assertThat(summary(List.of(service(1, "shop", result("unit-tests", Verdict.MET, "linked"))), List.of()))
                .doesNotContain("what fails", "notes:");
    }

    @Test
    void a_build_shows_each_result_of_a_few_and_the_causes_of_many() {
        List<ServiceResult> many =
                services(number -> service(number, "shop", result("unit-tests", Verdict.VIOLATED, "no-test")));

        assertThat(SummaryByCause.ofBuild(report(many), Path.of("out")))
                .contains("what fails, by cause:", "index.html")
                .doesNotContain("--verbose");
        assertThat(SummaryByCause.ofBuild(report(many.subList(0, 40)), Path.of("out")))
                .doesNotContain("by cause")
                .contains("Service39  unit-tests  violated");
    }

    private static Report report(List<ServiceResult> services) {
        return new Report("", Level.NONE, services, List.of(), List.of(), List.of(), List.of());
    }
}
