package dev.andon.internal.judge;

/** The wordings of what is found about one test class of a service. */
final class TestFindings {
    private static final String TEST = "{test} ({location}) ";

    static final FindingTemplate NEVER_RAN = new FindingTemplate("never-ran", TEST + "{reason}", "{fix}");
    static final String NEVER_RAN_REASON = "exists, but never runs: no execution of this build picked it up";
    static final String NEVER_RAN_FIX =
            "bind %s to the build: let the includes of Surefire or Failsafe match its name, "
                    + "and check that no tag or profile excludes it";

    static final FindingTemplate NOT_YET_RUN =
            new FindingTemplate("not-yet-run", TEST + "has not run yet", "run the whole build");

    static final FindingTemplate UNKNOWN_AGE = new FindingTemplate(
            "unknown-age",
            TEST
                    + "has a result, and it cannot be determined whether it is older than the class files: the time of either "
                    + "cannot be true (it lies in the future, or before 1990)",
            "set the clock of the machine right where it is wrong, then build again with `clean`; with Andon on the class "
                    + "path of the tests, checksums decide and not times");

    static final FindingTemplate DISABLED = new FindingTemplate(
            "disabled", TEST + "exists, but never runs: @{annotation} at {annotationLocation}", "{fix}");
    static final String ENABLE = "enable %s, or remove it and write another";
    static final String MEET_CONDITION =
            "run %s where the condition of @%s holds, such as on a machine with Docker or with that JDK; or write a test "
                    + "that needs no such thing";

    static final FindingTemplate NO_TEST_RAN = new FindingTemplate(
            "no-test-ran", TEST + "exists, but none of its tests ran in this build{reason}", "{fix}");
    static final String LET_IT_RUN =
            "let the condition hold by which %s was skipped, or enable it; or remove it and write another";

    static final FindingTemplate ABORTED = new FindingTemplate(
            "aborted",
            TEST + "gave up before it tested anything (aborted{reason})",
            "make its assumptions hold in this build, or its outcome is never known");

    static final FindingTemplate FAILED =
            new FindingTemplate("failed", TEST + "failed in this build{method}", "fix the failing test first");

    static final FindingTemplate ASSERTS_NOTHING = new FindingTemplate(
            "asserts-nothing",
            TEST + "ran and passed, but asserts nothing",
            "let {test} assert on what the service returns");

    static final FindingTemplate RUNNER_MAY_CHECK = new FindingTemplate(
            "runner-may-check",
            "cannot determine whether " + TEST + "asserts: it does not itself, but its runner {runner} may",
            "let {test} assert on what the service returns, or name the package of {runner} by assertionsIn");

    static final FindingTemplate MOCKS_ONLY = new FindingTemplate(
            "mocks-only",
            TEST + "holds nothing but a mock of it ({via})",
            "let {test} call the real {service}, not a mock of it");

    static final FindingTemplate DECLARED_ONLY = new FindingTemplate(
            "declared-only",
            TEST + "says that it tests it ({via}), but its code never reaches it",
            "let {test} call it, through its routes or directly; or accept declarations alone with "
                    + "@RequireTests(kind = TestKind.{kind}, evidence = Evidence.DECLARED)");

    static final FindingTemplate UNCLEAR = new FindingTemplate(
            "cannot-determine",
            "cannot determine statically whether " + TEST
                    + "reaches it: it sends {via}, and the code does not show where that " + "goes",
            "run the tests under the JaCoCo agent, which shows what they execute; or let the code of {test} show verb and path");

    static final FindingTemplate ONE_OF_SEVERAL = new FindingTemplate(
            "several-classes",
            "cannot determine statically whether " + TEST
                    + "reaches it ({via}): several modules hold a class of one name, and which of them it loads is not known",
            "run the tests under the JaCoCo agent, which shows what they execute; state the dependencies of its module in a"
                    + " pom that can be read, or rename one of the classes");

    static final FindingTemplate SEVERAL_KINDS = new FindingTemplate(
            "several-kinds",
            "cannot determine which tests of " + TEST + "reach it: they are of several kinds",
            "split {test} by kind; or let its code show which of its tests calls the service");

    static final FindingTemplate UNREAD_ENGINE = new FindingTemplate(
            "unread-engine",
            "cannot determine statically whether " + TEST
                    + "reaches it: its tests are run by {engine}, and Andon does not read them",
            "run the tests under the JaCoCo agent, which shows what they execute; or write a test of it with methods");

    static final FindingTemplate NOT_EXECUTED = new FindingTemplate(
            "not-executed",
            TEST + "{reaches}ran {covered} of {lines} lines: {depth}",
            "let {test} call a method of it that does the work; where it calls the service in another process, say so with "
                    + "@RequireTests(kind = TestKind.{kind}, evidence = Evidence.LINKED)");

    static final FindingTemplate EXECUTED =
            new FindingTemplate("executed", TEST + "ran {covered} of {lines} lines{flaky}{note}");

    static final FindingTemplate LINKED = new FindingTemplate("linked", TEST + "reaches it by {via}{flaky}{note}");

    static final FindingTemplate WEAKER_EVIDENCE = new FindingTemplate(
            "weaker-evidence",
            "{test} is not enough: evidence {evidence} is required",
            "require weaker evidence, or run the tests under the JaCoCo agent so that execution is seen");

    /** Returns the finding about a test that may have nothing to do with the service. */
    static Finding doubtful(Finding finding, String sent) {
        FindingTemplate template = finding.template();
        FindingTemplate doubtful = new FindingTemplate(
                template.key(),
                template.found()
                        + "; and cannot determine statically whether it would reach it: it sends {sent}, and the code does not"
                        + " show where that goes",
                template.fix()
                        + "; then run it under the JaCoCo agent, which shows what it executes; if it has nothing to do with"
                        + " the service, write a test that has");
        return new Finding(doubtful, finding.data(), finding.context(), finding.identity(), finding.others())
                .with("sent", sent);
    }

    private TestFindings() {}
}
