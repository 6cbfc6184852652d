package dev.andon.internal.judge;

import dev.andon.TestKind;
import dev.andon.internal.discover.Service;

/** What to do next: the fourth part of a message on tests. */
final class Mends {
    private Mends() {}

    /** {@code alike} says whether there is a test class of the name that would be proposed, though of another kind. */
    static String missing(TestKind kind, Service service, boolean alike) {
        String simple = Names.simple(service.name());
        String route = service.routes().isEmpty()
                ? "calls it"
                : "calls " + service.routes().get(0) + " and checks the answer";
        return switch (kind) {
            case UNIT ->
                "write " + simple + "Test: a test that calls its methods and asserts on what they do, or tie an "
                        + "existing one to it with @UnitTest(of = " + simple + ".class)";
            case INTEGRATION ->
                (alike ? "make " + simple + "IT" : "write " + simple + "IT:")
                        + " a test that starts the service with what it depends on, " + route + "; or tie "
                        + (alike ? "another" : "an existing") + " one to it with @IntegrationTest(of = " + simple
                        + ".class)";
            case END_TO_END ->
                "write a test of the whole flow that " + route + ", marked @EndToEndTest(of = " + simple + ".class)";
            case CANARY -> "write a canary that " + route;
        };
    }

    static String of(Candidate nearest, TestKind kind, Service service) {
        String test = nearest.simpleName();
        return switch (nearest.state()) {
            case NEVER_RAN ->
                "bind " + test + " to the build: let the includes of Surefire or Failsafe match its name, and "
                        + "see that no tag or profile leaves it out";
            case NOT_YET_RUN -> "run the whole build";
            case DISABLED -> "enable " + test + ", or remove it and write another";
            case ABORTED -> "make its assumptions hold in this build, or its answer is never known";
            case FAILED -> "mend the failing test first";
            case ASSERTS_NOTHING -> "let " + test + " assert on what the service answers";
            case MOCKS_ONLY -> "let " + test + " call the real " + Names.simple(service.name()) + ", not a mock of it";
            case ONLY_SAYS_SO ->
                "let " + test + " call it, over its routes or directly; or accept the word alone with "
                        + "@RequireTests(kind = " + kind.name() + ", evidence = Evidence.DECLARED)";
            case NOT_EXECUTED ->
                "let " + test + " call a method of it that does the work; where it calls the service in "
                        + "another process, say so with @RequireTests(kind = " + kind.name()
                        + ", evidence = Evidence.LINKED)";
            case PROVES -> "ask for weaker evidence, or run the tests under the JaCoCo agent so that execution is seen";
        };
    }
}
