package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import java.util.regex.Pattern;

/** What to do next: the fourth part of a message on tests. */
final class Fixes {
    private static final Pattern SUREFIRE = Pattern.compile("Test.*|.*Tests?|.*TestCase");

    private Fixes() {}

    /**
     * What to do where no test reaches a service.
     *
     * @param name the simple name for a new test class that this build would run
     * @param alike whether there is a test class of that name, though of another kind
     * @param wordIsEnough whether a test that only says what it tests is accepted
     * @param bytecodeAlone whether nothing saw the tests run the service's lines
     */
    static String missing(
            TestKind kind, Service service, String name, boolean alike, boolean wordIsEnough, boolean bytecodeAlone) {
        String simple = ServiceLabels.simple(service.name());
        String route = service.routes().isEmpty()
                ? "calls it and checks what it does"
                : "calls " + service.routes().get(0) + " and checks the answer";
        String make = alike ? "make " + name : "write " + name + ":";
        String further = wordIsEnough
                ? "; or tie " + (alike ? "another" : "an existing") + " one to it with @" + annotation(kind)
                        + "(services = " + simple + ".class)"
                : bytecodeAlone
                        ? "; if one does, in a way that its bytecode does not show, run the tests under the JaCoCo agent"
                        : "";
        return switch (kind) {
            case UNIT -> make + " a test that calls its methods and asserts on what they do" + further;
            case INTEGRATION -> make + " a test that starts the service with what it depends on, " + route + further;
            case END_TO_END ->
                "write a test of the whole flow that " + route + ", marked @EndToEndTest(services = " + simple
                        + ".class)";
            case CANARY -> "write a canary that " + route;
            case ANY -> throw new IllegalArgumentException("ANY is not a kind of test");
        };
    }

    private static String annotation(TestKind kind) {
        return kind == TestKind.UNIT ? "UnitTest" : "IntegrationTest";
    }

    /** The fix for a test class that the build has not run, where its name may be why; else empty. */
    static String unusualName(String simpleName, boolean failsafe) {
        return failsafe || SUREFIRE.matcher(simpleName).matches()
                ? ""
                : "; Surefire runs by itself only Test*, *Test, *Tests and *TestCase: where " + simpleName
                        + " never runs, run it by Failsafe, as in set-up (b) of Andon's README, or let its name end in Test";
    }

    static String of(TestEvidence nearest, TestKind kind, Service service) {
        String test = nearest.simpleName();
        return switch (nearest.state()) {
            case NEVER_RAN ->
                "bind " + test + " to the build: let the includes of Surefire or Failsafe match its name, and "
                        + "see that no tag or profile leaves it out";
            case NOT_YET_RUN -> "run the whole build";
            case DISABLED -> "enable " + test + ", or remove it and write another";
            case ABORTED -> "make its assumptions hold in this build, or its answer is never known";
            case FAILED -> "fix the failing test first";
            case ASSERTS_NOTHING -> "let " + test + " assert on what the service answers";
            case MOCKS_ONLY ->
                "let " + test + " call the real " + ServiceLabels.simple(service.name()) + ", not a mock of it";
            case ONLY_SAYS_SO ->
                "let " + test + " call it, over its routes or directly; or accept the word alone with "
                        + requirement(kind, Evidence.DECLARED);
            case NOT_EXECUTED ->
                "let " + test + " call a method of it that does the work; where it calls the service in "
                        + "another process, say so with " + requirement(kind, Evidence.LINKED);
            case PROVES -> "ask for weaker evidence, or run the tests under the JaCoCo agent so that execution is seen";
        };
    }

    private static String requirement(TestKind kind, Evidence evidence) {
        return "@RequireTests(kind = TestKind." + kind + ", evidence = Evidence." + evidence + ")";
    }
}
