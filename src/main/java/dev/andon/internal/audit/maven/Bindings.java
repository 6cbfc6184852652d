package dev.andon.internal.audit.maven;

import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.NotRunReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.maven.model.Profile;

/** Finds out why a test class left no result, from the test executions that its module's pom binds. */
public final class Bindings {

    private final Pom pom;
    private final List<TestExecution> executions;
    private final String never;

    /** The bindings of a module. */
    public Bindings(Pom pom) {
        this.pom = pom;
        this.executions = TestExecutions.of(pom.model());
        Set<String> profiles = profiles(this::mayChangeTests);
        this.never = profiles.isEmpty()
                ? "exists, but never runs: "
                : "exists, but does not run where no profile (" + String.join(", ", profiles) + ") is on: ";
    }

    /** Returns the reason; empty where it cannot be determined from the pom. */
    public Optional<NotRunReason> of(TestClass testClass) {
        List<TestExecution> naming = executions.stream()
                .filter(execution -> ClassPattern.any(execution.includes(), testClass.name()))
                .toList();
        Optional<TestExecution> picked = naming.stream()
                .filter(execution -> obstacle(execution, testClass).isEmpty())
                .findFirst();
        if (picked.isPresent()) {
            return picked.map(Bindings::notRun);
        }
        if (!pom.complete()) {
            return Optional.empty();
        }
        return naming.stream()
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
                "exists, but was not run in this build: " + execution.words()
                        + " includes it, and left no result of it that is as new as the class files",
                "run the whole build, `mvn " + (later ? "verify" : "test")
                        + "`, without narrowing it by -Dtest or a skip");
    }

    private Optional<NotRunReason> obstacle(TestExecution execution, TestClass testClass) {
        String plugin = execution.words();
        if (!execution.skippedBy().isEmpty()) {
            return Optional.of(new NotRunReason(
                    never + plugin + " is skipped by " + execution.skippedBy(),
                    "remove " + execution.skippedBy() + " from the pom"));
        }
        Optional<String> excluding = execution.excludes().stream()
                .filter(pattern -> ClassPattern.matches(pattern, testClass.name()))
                .findFirst();
        if (excluding.isPresent()) {
            return Optional.of(new NotRunReason(
                    never + plugin + " excludes it by the pattern " + excluding.get(),
                    "take the pattern " + excluding.get()
                            + " out of the excludes, or bind an execution that includes it"));
        }
        if (!execution.excludedGroups().isEmpty() && Tags.allHaveAny(testClass, execution.excludedGroups())) {
            return Optional.of(new NotRunReason(
                    never + plugin + " leaves out its tags by excludedGroups " + execution.excludedGroups(),
                    "bind an execution that runs the group " + execution.excludedGroups()));
        }
        if (!execution.groups().isEmpty() && Tags.noneHasAny(testClass, execution.groups())) {
            return Optional.of(new NotRunReason(
                    never + plugin + " runs the groups " + execution.groups() + " alone, and it bears none of them",
                    "tag it, or bind an execution that includes it"));
        }
        return Optional.empty();
    }

    private NotRunReason unbound(TestClass testClass) {
        if (executions.stream().anyMatch(execution -> execution.plugin().equals("maven-failsafe-plugin"))) {
            return included(testClass);
        }
        Set<String> profiles = profiles(Bindings::bindsFailsafe);
        if (!profiles.isEmpty()) {
            String names = String.join(", ", profiles);
            return new NotRunReason(
                    "exists, but was not run in this build: maven-failsafe-plugin is bound by the profile " + names
                            + " alone",
                    "run the build with -P" + profiles.iterator().next()
                            + ", or bind maven-failsafe-plugin outside of profiles");
        }
        return new NotRunReason(
                never + "no plugin execution includes it; maven-failsafe-plugin has no execution of its goals",
                "bind the goals integration-test and verify of maven-failsafe-plugin in an <execution> of the pom");
    }

    private Set<String> profiles(Predicate<Profile> of) {
        return pom.inactive().entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(of))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean mayChangeTests(Profile profile) {
        return TestExecutions.configuredIn(profile.getBuild())
                || profile.getProperties().stringPropertyNames().stream()
                        .anyMatch(name -> pom.model().getProperties().containsKey(name)
                                || TestExecutions.PROPERTIES.contains(name));
    }

    private static boolean bindsFailsafe(Profile profile) {
        return profile.getBuild() != null && TestExecutions.bindsFailsafe(profile.getBuild());
    }

    private NotRunReason included(TestClass testClass) {
        String all = executions.stream()
                .map(execution -> execution.words() + " includes " + String.join(", ", execution.includes()))
                .collect(Collectors.joining("; "));
        String simple = testClass.name().substring(testClass.name().lastIndexOf('.') + 1);
        return new NotRunReason(
                never + "no plugin execution includes it; " + (all.isEmpty() ? "none is bound" : all),
                "give " + simple + " a name that these patterns match, such as " + simple
                        + "Test, or add an <include> for it");
    }
}
