package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JUnit Platform: suites of engines that find their tests in files, and whatever an engine marks as testable. */
final class JUnitPlatform implements Framework {

    private static final String SUITE = "org.junit.platform.suite.api.";
    private static final Set<String> ON_METHODS = Set.of("junit-jupiter", "junit-vintage");
    private static final Pattern SPECIFICATION = Pattern.compile(".*\\.\\w*(?:Spec|Specification|Spek|Feature)");
    private static final String TESTABLE = "org.junit.platform.commons.annotation.Testable";

    @Override
    public Optional<TestEngine> engine(ClassView type) {
        if (type.annotations().contains(SUITE + "Suite")) {
            return ofSuite(type);
        }
        return testable(type).or(() -> type.libraryTypes().stream()
                .filter(name -> SPECIFICATION.matcher(name).matches())
                .map(name -> TestEngine.of("the engine of " + ClassNames.simpleName(name)))
                .findFirst());
    }

    /** A suite of classes only runs them once more. */
    private static Optional<TestEngine> ofSuite(ClassView type) {
        List<AnnotationFacts> written = type.hierarchy().stream()
                .flatMap(each -> each.annotations().stream())
                .filter(annotation -> annotation.type().startsWith(SUITE))
                .toList();
        List<String> engines = written.stream()
                .filter(annotation -> annotation.type().equals(SUITE + "IncludeEngines"))
                .flatMap(annotation -> annotation.each("value").map(Object::toString))
                .toList();
        boolean ofFiles = written.stream()
                .map(annotation -> ClassNames.simpleName(annotation.type()))
                .anyMatch(name -> name.matches("Select(?:Classpath|File|Directories|Uris|Modules).*"));
        Optional<String> other =
                engines.stream().filter(engine -> !ON_METHODS.contains(engine)).findFirst();
        return other.or(() -> engines.isEmpty() && ofFiles ? Optional.of("an engine of its own") : Optional.empty())
                .map(name -> TestEngine.of(name.equals("cucumber") ? capitalized(name) : name));
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static Optional<TestEngine> testable(ClassView type) {
        ClassFacts facts = type.facts();
        return Stream.concat(
                        facts.annotations().stream(),
                        facts.fields().stream().flatMap(field -> field.annotations().stream()))
                .filter(annotation -> type.isMetaAnnotated(annotation, TESTABLE))
                .findFirst()
                .map(annotation -> TestEngine.of("the engine of @" + ClassNames.simpleName(annotation.type())));
    }
}
