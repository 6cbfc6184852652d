package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.AnnotationFacts.TypeName;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** JUnit 4 and 3. */
final class JUnit4 implements Framework {

    private static final Set<String> SUITES = Set.of("Suite", "SuiteClasses");
    private static final Set<String> ENCLOSED = Set.of("Enclosed");

    @Override
    public Set<String> testAnnotations() {
        return Set.of("org.junit.Test");
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

    private static boolean runsWith(List<AnnotationFacts> annotations, Set<String> runners) {
        return annotations.stream()
                .filter(annotation -> annotation.type().equals("org.junit.runner.RunWith"))
                .anyMatch(annotation -> annotation.value("value").orElse("") instanceof TypeName type
                        && runners.contains(ClassNames.simpleName(type.name())));
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
    public List<String> packagesWithoutRequests() {
        return List.of("junit.");
    }

    @Override
    public boolean expectsException(AnnotationFacts annotation) {
        return annotation.type().equals("org.junit.Test")
                && annotation.value("expected").isPresent();
    }
}
