package dev.andon.internal.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.formats.Outcome;
import dev.andon.testing.NamedPipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void text_is_skipped_however_long_it_is_and_whatever_it_looks_like() throws IOException {
        String printed = "<system-out><![CDATA[" + "x".repeat(3_000_000)
                + "</testcase></testsuite><testcase name='no'/>]]>" + "<!-- <testcase name='nor this' --></system-out>"
                + "<?x " + "x".repeat(3_000_000) + "<testcase name='nor that'?>";
        report(
                "a.B",
                "",
                printed
                        + "<testcase name='t' classname='a.B'><failure message='1 > 0'><![CDATA[]]]]>\u00e9 &lt;</failure>"
                        + printed + "</testcase><testcase name='after' classname=\"a.B\"/>" + printed);

        assertThat(only(read()).tests())
                .extracting(TestRun::methodName, TestRun::outcome)
                .containsExactly(tuple("t", Outcome.FAILED), tuple("after", Outcome.SUCCESSFUL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00e9", "\u20ac", "\ud83d\ude00", "&amp;", "&#x1F600;", "a&quot;", "&#233;bc"})
    void a_long_value_is_cut_off_between_two_characters(String part) throws IOException {
        for (String before : new String[] {"", "1", "12", "123"}) {
            report(
                    "a.B",
                    "",
                    "<testcase name='t' classname='a.B'><failure message='" + before + part.repeat(50_000)
                            + "'/></testcase><testcase name='after' classname='a.B'/>");

            assertThat(only(read()).tests())
                    .extracting(TestRun::methodName, TestRun::outcome)
                    .containsExactly(tuple("t", Outcome.FAILED), tuple("after", Outcome.SUCCESSFUL));
        }
    }

    @Test
    void a_document_type_and_another_encoding_are_held_within_limits() throws IOException {
        String large = " ".repeat(9 << 20);
        Files.writeString(folder.resolve("TEST-a.A.xml"), "<!DOCTYPE a [" + large + "]><testsuite name='a.A'/>");
        Files.writeString(
                folder.resolve("TEST-a.C.xml"),
                "\ufeff<?xml version='1.0' encoding='UTF-16'?><testsuite name='a.C'><system-out>" + large
                        + "</system-out></testsuite>",
                StandardCharsets.UTF_16BE);

        assertThat(read().problems()).hasSize(2).allSatisfy(problem -> assertThat(problem)
                .contains("larger than 8 MB"));
    }

    @Test
    void reasons_are_short_and_without_secrets() throws IOException {
        report(
                "a.B",
                "",
                "<testcase name='' classname='a.B'><failure message='java.net.ConnectException: "
                        + "jdbc:postgresql://shop:planted@db/shop?user=a&amp;password=planted, Authorization: Bearer planted&#10;"
                        + "second line " + "x".repeat(1000) + "'/></testcase>");

        assertThat(only(read()).reason())
                .isEqualTo(
                        "java.net.ConnectException: jdbc:postgresql://***@db/shop?user=a&password=***, Authorization: ***");
    }

    /** The JDK limits from version 24 on what a document may escape, by default to 100,000 characters. */
    @Test
    void a_long_message_full_of_escapes_is_read() throws IOException {
        String message = "{&quot;sku&quot;: &quot;&lt;b&gt;tea&lt;/b&gt;&quot;}, ".repeat(20_000);
        report(
                "a.B",
                "",
                "<testcase name='t' classname='a.B'><flakyFailure message=\"" + message
                        + "\"><stackTrace>x</stackTrace></flakyFailure></testcase>");

        assertThat(only(read()).tests())
                .extracting(TestRun::methodName, TestRun::flaky)
                .containsExactly(tuple("t", true));
    }

    @Test
    void merged_and_renamed_reports_are_read_and_other_files_are_not() throws IOException {
        Files.writeString(
                folder.resolve("TESTS-TestSuites.xml"),
                "<testsuites><properties/><testsuite name='a.B'><testcase name='t' classname='a.B'/></testsuite>"
                        + "<testsuite name='all'><testsuite name='a.C'><testcase name='u' classname='a.C'/></testsuite>"
                        + "</testsuite></testsuites>");
        Files.writeString(
                folder.resolve("junit.xml"), "<testsuite name='a.D'><testcase name='v' classname='a.D'/></testsuite>");
        Files.writeString(
                folder.resolve("failsafe-summary.xml"),
                "<failsafe-summary><completed>1</completed></failsafe-summary>");
        Files.writeString(folder.resolve("torn.xml"), "<project");

        TestRuns runs = read();

        assertThat(runs.problems()).isEmpty();
        assertThat(runs.classes()).extracting(ClassRun::className).containsExactly("a.B", "a.C", "a.D");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(10)
    void what_is_no_regular_file_is_refused_and_never_opened() throws Exception {
        NamedPipe.at(folder.resolve("TEST-a.Pipe.xml"));
        Files.createSymbolicLink(folder.resolve("TEST-a.Zero.xml"), Path.of("/dev/zero"));
        Files.createDirectory(folder.resolve("TEST-a.Folder.xml"));
        report("a.B", "", "<testcase name='t' classname='a.B'/>");

        TestRuns runs = read();

        assertThat(runs.classes()).extracting(ClassRun::className).containsExactly("a.B");
        assertThat(runs.problems()).hasSize(3).allSatisfy(problem -> assertThat(problem)
                .contains("no regular file"));
    }

    @Test
    void a_test_that_was_aborted_is_not_taken_for_a_disabled_one() throws IOException {
        report(
                "a.B",
                "",
                "<testcase name='t' classname='a.B'><skipped type='org.opentest4j.TestAbortedException'/></testcase>");

        assertThat(only(read()).tests()).extracting(TestRun::outcome).containsExactly(Outcome.ABORTED);
    }

    @Test
    void a_case_in_the_reports_of_several_suites_counts_once() throws IOException {
        String same = "<testcase name='t' classname='a.B' time='0.1'/>";
        report("a.B", "", same);
        report("shown as", "", same);

        assertThat(only(read()).tests()).hasSize(1);
    }

    @Test
    void what_is_older_than_the_classes_is_stale() throws IOException {
        report("a.B", "", "<testcase name='t' classname='a.B'/>");

        TestRuns runs = ReportReader.read(
                List.of(folder), RunFreshness.since(Instant.now().plusSeconds(60)), ReportNames.NONE);

        assertThat(runs.classes()).isEmpty();
        assertThat(runs.stale()).extracting(ClassRun::className).containsExactly("a.B");
    }

    private TestRuns read() {
        return ReportReader.read(
                List.of(folder, folder.resolve("missing")), RunFreshness.since(Instant.EPOCH), ReportNames.NONE);
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
