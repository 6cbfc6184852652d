package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.AnnotationFacts.TypeName;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** JUnit 4 and 3. */
final class JUnit4 implements Framework {

    private static final Set<String> SUITES = Set.of("Suite", "SuiteClasses");
    private static final String RUN_WITH = "org.junit.runner.RunWith";
    private static final Set<String> ENCLOSED = Set.of("Enclosed");
    private static final List<String> RUN_ONLY = List.of(
            "org.junit.",
            "org.mockito.",
            "org.powermock.",
            "org.easymock.",
            "mockit.",
            "org.springframework.test.",
            "org.robolectric.",
            "org.jboss.arquillian.",
            "io.vertx.ext.unit.",
            "junitparams.",
            "com.tngtech.java.junit.dataprovider.",
            "de.bechte.junit.runners.");
    private static final String TEST = "org.junit.Test";
    private static final Set<String> RULES = Set.of("org.junit.Rule", "org.junit.ClassRule");
    private static final String TIMEOUT_RULE = "org.junit.rules.Timeout";
    private static final String RETURNS_TIMEOUT_RULE = ")L" + TIMEOUT_RULE.replace('.', '/') + ";";

    @Override
    public Set<String> testAnnotations() {
        return Set.of(TEST);
    }

    /** JUnit looks for annotated methods in all superclasses, and calls what overrides them. */
    @Override
    public Set<String> inheritedTestAnnotations() {
        return testAnnotations();
    }

    @Override
    public Set<String> testBaseClasses() {
        return Set.of("junit.framework.TestCase");
    }

    @Override
    public boolean isSuite(List<AnnotationFacts> annotations) {
        return runsWith(annotations, SUITES);
    }

    @Override
    public boolean runsEnclosedClasses(List<AnnotationFacts> annotations) {
        return runsWith(annotations, ENCLOSED);
    }

    /** A runner that finds its tests elsewhere than in methods; those of Spring, Mockito and others find methods. */
    @Override
    public Optional<TestEngine> engine(ClassView type) {
        return runners(ofClasses(type.hierarchy()))
                .map(ClassNames::simpleName)
                .filter(runner -> !SUITES.contains(runner) && !ENCLOSED.contains(runner))
                .map(runner -> runner.equals("Cucumber") ? runner : "the runner " + runner)
                .map(TestEngine::of)
                .findFirst();
    }

    private static Stream<AnnotationFacts> ofClasses(List<ClassFacts> hierarchy) {
        return hierarchy.stream().flatMap(each -> each.annotations().stream());
    }

    /** Returns the names of the classes that {@code RunWith} names. */
    private static Stream<String> runners(Stream<AnnotationFacts> annotations) {
        return annotations
                .filter(annotation -> annotation.type().equals(RUN_WITH))
                .flatMap(annotation -> annotation.each("value", TypeName.class))
                .map(TypeName::name);
    }

    /** Other engines do not ask it, whatever else stands on the class. */
    @Override
    public Optional<String> runner(DeclaredTest test) {
        boolean asked = test.onMethod().stream()
                .anyMatch(annotation -> annotation.type().equals(TEST));
        return asked ? runners(ofClasses(test.hierarchy())).findFirst() : Optional.empty();
    }

    /** They set up what tests use, or call them several times. */
    @Override
    public boolean onlyRuns(String runner) {
        return RUN_ONLY.stream().anyMatch(runner::startsWith);
    }

    private static boolean runsWith(List<AnnotationFacts> annotations, Set<String> runners) {
        return runners(annotations.stream()).map(ClassNames::simpleName).anyMatch(runners::contains);
    }

    /** The simple names of categories stand for tags. */
    @Override
    public List<String> tags(AnnotationFacts annotation) {
        Stream<?> categories = annotation.type().equals("org.junit.experimental.categories.Category")
                ? annotation.each("value")
                : Stream.empty();
        return categories
                .filter(TypeName.class::isInstance)
                .map(category -> ClassNames.simpleName(((TypeName) category).name()))
                .toList();
    }

    @Override
    public Set<String> disablingAnnotations() {
        return Set.of("org.junit.Ignore");
    }

    /** JUnit 3 knows neither the attribute nor rules, so that its tests have no timeout. */
    @Override
    public boolean limitsTime(DeclaredTest test) {
        List<AnnotationFacts> tests = test.onMethod().stream()
                .filter(annotation -> annotation.type().equals(TEST))
                .toList();
        return tests.stream().anyMatch(JUnit4::hasTimeout)
                || (!tests.isEmpty() && test.hierarchy().stream().anyMatch(JUnit4::hasTimeoutRule));
    }

    private static boolean hasTimeout(AnnotationFacts annotation) {
        return annotation.value("timeout").orElse(0L) instanceof Long millis && millis > 0;
    }

    private static boolean hasTimeoutRule(ClassFacts type) {
        return type.fields().stream()
                        .anyMatch(field -> field.type().equals(TIMEOUT_RULE) && isRule(field.annotations()))
                || type.methods().stream()
                        .anyMatch(method ->
                                method.descriptor().endsWith(RETURNS_TIMEOUT_RULE) && isRule(method.annotations()));
    }

    private static boolean isRule(List<AnnotationFacts> annotations) {
        return annotations.stream().anyMatch(annotation -> RULES.contains(annotation.type()));
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of("org\\.junit\\.Assert", "assert.*|fail(NotEquals|NotSame)?"),
                CallRule.of("junit\\.framework\\.(Assert|TestCase)", "assert.*|fail.*"),
                CallRule.of("org\\.junit\\.rules\\.ExpectedException", "expect.*"),
                CallRule.of("org\\.junit\\.rules\\.ErrorCollector", "check.*|addError"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("junit.framework.");
    }

    @Override
    public boolean expectsException(AnnotationFacts annotation) {
        return annotation.type().equals(TEST) && annotation.value("expected").isPresent();
    }
}
