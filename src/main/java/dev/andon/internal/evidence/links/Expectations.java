package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.discover.TestMethod;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a test's declaration says that the framework checks for it. */
final class Expectations {

    private static final Set<String> PROPERTIES = Set.of("net.jqwik.api.Property", "net.jqwik.api.Example");

    private Expectations() {}

    /** Returns whether the test says so by its annotation or, of a property, by its result. */
    static boolean declared(CodeIndex index, TestMethod test) {
        List<AnnotationFacts> annotations = annotations(index, test);
        return annotations.stream().anyMatch(Expectations::expectsException)
                || (isTruthValue(test.descriptor())
                        && index.annotationTypes(annotations).stream().anyMatch(PROPERTIES::contains));
    }

    private static List<AnnotationFacts> annotations(CodeIndex index, TestMethod test) {
        return index.find(test.declaredIn()).stream()
                .flatMap(facts -> facts.methods().stream())
                .filter(method ->
                        method.name().equals(test.name()) && method.descriptor().equals(test.descriptor()))
                .map(MethodFacts::annotations)
                .findFirst()
                .orElse(List.of());
    }

    private static boolean expectsException(AnnotationFacts annotation) {
        return switch (annotation.type()) {
            case "org.junit.Test" -> annotation.value("expected").isPresent();
            case "org.testng.annotations.Test" ->
                annotation.value("expectedExceptions").isPresent();
            default -> false;
        };
    }

    private static boolean isTruthValue(String descriptor) {
        return descriptor.endsWith(")Z") || descriptor.endsWith(")Ljava/lang/Boolean;");
    }

    /** Returns whether a rule or an extension asks for what soft assertions noted, after the test. */
    static boolean endsSoftAssertions(CodeIndex index, TestMethod test) {
        return test.descriptor().contains("SoftAssertions")
                || Stream.concat(Stream.of(test.runsIn(), test.declaredIn()), index.superTypes(test.runsIn()).stream())
                        .flatMap(type -> index.find(type).stream())
                        .map(ClassFacts::fields)
                        .flatMap(List::stream)
                        .anyMatch(Expectations::endsSoftAssertions);
    }

    private static boolean endsSoftAssertions(FieldFacts field) {
        String simpleName = field.type().substring(field.type().lastIndexOf('.') + 1);
        return simpleName.matches("JUnit(BDD|Jupiter|JupiterBDD)?SoftAssertions")
                || field.annotations().stream()
                        .anyMatch(annotation -> annotation.type().endsWith(".InjectSoftAssertions"));
    }
}
