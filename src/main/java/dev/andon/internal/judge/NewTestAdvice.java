package dev.andon.internal.judge;

import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.stream.Stream;

/** Advises which test to write where no test of a kind reaches a service. */
final class NewTestAdvice {
    /** The wording of what was found, the same for all kinds. */
    static final String FOUND = "no {kind} reaches it, among {ofKind} of {all:test class}{others}";

    private final BuildEvidence build;
    private final TestKind kind;
    private final Service service;

    NewTestAdvice(BuildEvidence build, TestKind kind, Service service) {
        this.build = build;
        this.kind = kind;
        this.service = service;
    }

    /** Returns the start of the advice: which class to write, or to change where one of that name exists. */
    String make() {
        return nameIsTaken() ? "make " + name() : "write " + name() + ":";
    }

    /** Returns how the test should call the service. */
    String call() {
        return service.routes().isEmpty()
                ? "calls it and checks what it does"
                : "calls " + service.routes().get(0).toString().replaceFirst("^\\* ", "") + " and checks the response";
    }

    /**
     * Returns what to do where a test exists and was not recognized.
     *
     * @param declarationIsEnough whether a test that only declares what it tests is accepted
     */
    String further(boolean declarationIsEnough) {
        if (declarationIsEnough) {
            return "; or annotate " + (nameIsTaken() ? "another" : "an existing") + " one with @"
                    + (kind == TestKind.UNIT ? "UnitTest" : "IntegrationTest") + "(services = "
                    + ClassNames.simple(service.name()) + ".class)";
        }
        return build.executions().available()
                ? ""
                : "; if one does, in a way that its bytecode does not show, run the tests under the JaCoCo agent";
    }

    private String name() {
        String base = ClassNames.simple(service.name()).replace(".", "");
        // Surefire by itself does not run what ends in IT.
        String usual =
                base + (kind == TestKind.UNIT ? "Test" : build.results().failsafeRan() ? "IT" : "IntegrationTest");
        List<TestClass> taken = Stream.of(usual, usual + "s")
                .flatMap(name -> build.testClassesNamed(name).stream())
                .toList();
        return taken.stream()
                .filter(other -> kind != TestKind.UNIT || other.kind() == TestKind.UNIT)
                .findFirst()
                .map(other -> ClassNames.simple(other.name()))
                // An integration test of that name is not to become a unit test.
                .orElse(taken.isEmpty() ? usual : base + "UnitTest");
    }

    private boolean nameIsTaken() {
        return !build.testClassesNamed(name()).isEmpty();
    }
}
