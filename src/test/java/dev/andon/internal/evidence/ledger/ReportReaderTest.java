package dev.andon.internal.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.formats.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportReaderTest {

    @TempDir
    Path folder;

    @Test
    void results_of_nested_classes_count_whatever_the_header_says() throws IOException {
        report("a.Outer", "tests=\"0\"", "");
        report("a.Outer$In", "tests=\"1\"", "<testcase name='i' classname='a.Outer$In' time='0.5'/>");

        ClassRun run = only(read());

        assertThat(run.className()).isEqualTo("a.Outer");
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCESSFUL);
        assertThat(run.tests())
                .extracting(TestRun::className, TestRun::methodName, TestRun::millis)
                .containsExactly(tuple("a.Outer$In", "i", 500.0));
    }

    @Test
    void a_class_that_gave_up_in_its_set_up_is_aborted_not_passed() throws IOException {
        report("a.B", "tests=\"0\" skipped=\"0\"", "");

        assertThat(only(read()).outcome()).isEqualTo(Outcome.ABORTED);
    }

    @Test
    void tells_skipped_failed_flaky_and_parameterised_tests() throws IOException {
        report(
                "a.B",
                "",
                "<testcase name='s' classname='a.B'><skipped message='later'/></testcase>"
                        + "<testcase name='f' classname='a.B'><failure message='no'/><rerunFailure/></testcase>"
                        + "<testcase name='k' classname='a.B'><flakyFailure><stackTrace>x</stackTrace></flakyFailure></testcase>"
                        + "<testcase name='p(int)[1]' classname='a.B'/><testcase name='p{int}[2]' classname='a.B'/>"
                        + "<testcase name='shows a name' classname='a.B'/>");

        assertThat(only(read()).tests())
                .extracting(TestRun::methodName, TestRun::outcome, TestRun::flaky)
                .containsExactly(
                        tuple("s", Outcome.SKIPPED, false),
                        tuple("f", Outcome.FAILED, false),
                        tuple("k", Outcome.SUCCESSFUL, true),
                        tuple("p", Outcome.SUCCESSFUL, false),
                        tuple("p", Outcome.SUCCESSFUL, false),
                        tuple("shows a name", Outcome.SUCCESSFUL, false));
    }

    @Test
    void a_failed_set_up_fails_the_class() throws IOException {
        report("a.B", "", "<testcase name='' classname='a.B'><error message='no port'/></testcase>");

        ClassRun run = only(read());

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.reason()).isEqualTo("no port");
        assertThat(run.tests()).isEmpty();
    }

    @Test
    void broken_and_foreign_reports_are_named_and_the_others_count() throws IOException {
        report("a.B", "", "<testcase name='t' classname='a.B'/>");
        Files.writeString(folder.resolve("TEST-torn.xml"), "<testsuite name='x'><testcase");
        Files.writeString(
                folder.resolve("TEST-evil.xml"),
                "<!DOCTYPE t [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><testsuite name='&e;'>&e;</testsuite>");

        TestRuns runs = read();

        assertThat(runs.classes()).extracting(ClassRun::className).contains("a.B");
        assertThat(runs.problems()).hasSize(2).allSatisfy(problem -> assertThat(problem)
                .contains("TEST-", "Run the build again")
                .doesNotContain("root:"));
    }

    @Test
    void what_is_older_than_the_classes_is_stale() throws IOException {
        report("a.B", "", "<testcase name='t' classname='a.B'/>");

        TestRuns runs = ReportReader.read(
                List.of(folder), RunFreshness.since(Instant.now().plusSeconds(60)));

        assertThat(runs.classes()).isEmpty();
        assertThat(runs.stale()).extracting(ClassRun::className).containsExactly("a.B");
    }

    private TestRuns read() {
        return ReportReader.read(List.of(folder, folder.resolve("missing")), RunFreshness.since(Instant.EPOCH));
    }

    private void report(String suite, String header, String body) throws IOException {
        Files.writeString(
                folder.resolve("TEST-" + suite + ".xml"),
                "<?xml version='1.0'?><testsuite name='" + suite + "' " + header + ">" + body + "</testsuite>");
    }

    private static ClassRun only(TestRuns runs) {
        assertThat(runs.problems()).isEmpty();
        assertThat(runs.classes()).hasSize(1);
        return runs.classes().get(0);
    }
}
