package dev.andon.internal.audit.maven;

import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.evidence.NotRunReason.Cause;
import dev.andon.internal.text.BoundedMatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out why a test class left no result, from the test executions that its module's pom binds. */
public final class Bindings {

    private static final String NEVER = "exists, but never runs: ";

    private final Pom pom;
    private final List<TestExecution> executions;
    private final Function<String, Optional<Bindings>> withProfile;
    private Optional<NotRunReason> tooCostly = Optional.empty();

    /**
     * Creates the bindings of a module.
     *
     * @param withProfile returns the bindings while a profile is on; empty where that cannot be read
     */
    public Bindings(Pom pom, Function<String, Optional<Bindings>> withProfile) {
        this.pom = pom;
        this.executions = TestExecutions.of(pom.model(), pom.commandLine());
        this.withProfile = withProfile;
    }

    /** Returns why a test class left no result; empty where the pom does not tell. */
    public Optional<NotRunReason> of(TestClass testClass) {
        if (tooCostly.isPresent()) {
            return tooCostly;
        }
        try {
            Optional<NotRunReason> reason = withoutProfiles(testClass);
            return reason.filter(found -> found.cause() == Cause.NO_EXECUTION)
                    .flatMap(found -> profileThatRuns(testClass))
                    .map(this::byProfile)
                    .or(() -> reason);
        } catch (BoundedMatch.TooCostly found) {
            // Not again for every other class.
            tooCostly = Optional.of(new NotRunReason(
                    Cause.UNDETERMINED,
                    "left no result, and it cannot be determined whether the build runs it: " + found.getMessage(),
                    "write the pattern in the pom without nested repetitions"));
            return tooCostly;
        }
    }

    private Optional<String> profileThatRuns(TestClass testClass) {
        return pom.inactive().keySet().stream()
                .sorted()
                .filter(profile -> withProfile
                        .apply(profile)
                        .flatMap(bindings -> bindings.picked(testClass))
                        .isPresent())
                .findFirst();
    }

    private NotRunReason byProfile(String profile) {
        if (pom.dependsOnEnvironment(profile)) {
            return new NotRunReason(
                    Cause.UNDETERMINED,
                    "left no result, and it cannot be determined whether the build runs it: only the profile " + profile
                            + " does, which the environment of the build switches on",
                    "run the build with -P" + profile + ", then audit it again");
        }
        return new NotRunReason(
                Cause.PROFILE,
                "exists, but was not run in this build: only the profile " + profile + " runs it",
                "run the build with -P" + profile + ", or bind an execution that includes it outside of profiles");
    }

    private Optional<TestExecution> picked(TestClass testClass) {
        return naming(testClass)
                .filter(execution -> obstacle(execution, testClass).isEmpty())
                .findFirst();
    }

    private Stream<TestExecution> naming(TestClass testClass) {
        return executions.stream().filter(execution -> ClassPattern.any(execution.includes(), testClass.name()));
    }

    private Optional<NotRunReason> withoutProfiles(TestClass testClass) {
        Optional<TestExecution> picked = picked(testClass);
        if (picked.isPresent()) {
            return picked.map(Bindings::notRun);
        }
        if (!pom.complete()) {
            return Optional.empty();
        }
        return naming(testClass)
                .flatMap(execution -> obstacle(execution, testClass).stream())
                .findFirst()
                .or(() -> Optional.of(
                        ClassPattern.any(TestExecutions.INTEGRATION_TESTS, testClass.name())
                                ? unbound(testClass)
                                : included(testClass)));
    }

    private static NotRunReason notRun(TestExecution execution) {
        boolean later = !execution.phase().equals("test");
        return new NotRunReason(
                Cause.NOT_THIS_TIME,
                "exists, but was not run in this build: " + execution.words()
                        + " includes it, and left no result of it",
                "run the whole build, `mvn " + (later ? "verify" : "test")
                        + "`, without narrowing it by -Dtest or a skip");
    }

    private Optional<NotRunReason> obstacle(TestExecution execution, TestClass testClass) {
        String plugin = execution.words();
        if (!execution.skippedBy().isEmpty()) {
            return Optional.of(new NotRunReason(
                    Cause.NO_EXECUTION,
                    NEVER + plugin + " is skipped by " + execution.skippedBy(),
                    "remove " + execution.skippedBy()));
        }
        Optional<String> excluding = execution.excludes().stream()
                .filter(pattern -> ClassPattern.matches(pattern, testClass.name()))
                .findFirst();
        if (excluding.isPresent()) {
            return Optional.of(new NotRunReason(
                    Cause.NO_EXECUTION,
                    NEVER + plugin + " excludes it by the pattern " + excluding.get(),
                    "take the pattern " + excluding.get()
                            + " out of the excludes, or bind an execution that includes it"));
        }
        if (!execution.excludedGroups().isEmpty() && Tags.allHaveAny(testClass, execution.excludedGroups())) {
            return Optional.of(new NotRunReason(
                    Cause.NO_EXECUTION,
                    NEVER + plugin + " leaves out its tags by excludedGroups " + execution.excludedGroups(),
                    "bind an execution that runs the group " + execution.excludedGroups()));
        }
        if (!execution.groups().isEmpty() && Tags.noneHasAny(testClass, execution.groups())) {
            return Optional.of(new NotRunReason(
                    Cause.NO_EXECUTION,
                    NEVER + plugin + " runs the groups " + execution.groups() + " alone, and it bears none of them",
                    "tag it, or bind an execution that includes it"));
        }
        return Optional.empty();
    }

    private NotRunReason unbound(TestClass testClass) {
        if (executions.stream().anyMatch(execution -> execution.plugin().equals("maven-failsafe-plugin"))) {
            return included(testClass);
        }
        return new NotRunReason(
                Cause.NO_EXECUTION,
                NEVER + "no plugin execution includes it; maven-failsafe-plugin has no execution of its goals",
                "bind the goals integration-test and verify of maven-failsafe-plugin in an <execution> of the pom");
    }

    private NotRunReason included(TestClass testClass) {
        String all = executions.stream()
                .map(execution -> execution.words() + " includes " + String.join(", ", execution.includes()))
                .collect(Collectors.joining("; "));
        String simple = testClass.name().substring(testClass.name().lastIndexOf('.') + 1);
        return new NotRunReason(
                Cause.NO_EXECUTION,
                NEVER + "no plugin execution includes it; " + (all.isEmpty() ? "none is bound" : all),
                "give " + simple + " a name that these patterns match, such as " + simple
                        + "Test, or add an <include> for it");
    }
}
