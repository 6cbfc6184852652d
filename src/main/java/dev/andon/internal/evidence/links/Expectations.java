package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the checks that a test framework makes because of how a test is declared. */
final class Expectations {

    private static final Set<String> PROPERTIES = Frameworks.union(Framework::propertyAnnotations);

    private Expectations() {}

    /** Returns whether an annotation expects an exception, or the test is a property that returns a boolean. */
    static boolean declared(CodeIndex index, TestMethod test) {
        List<AnnotationFacts> annotations = annotations(index, test);
        return annotations.stream().anyMatch(annotation -> Frameworks.any(Framework::expectsException, annotation))
                || (isTruthValue(test.descriptor())
                        && index.annotationTypes(annotations).stream().anyMatch(PROPERTIES::contains));
    }

    static List<AnnotationFacts> annotations(CodeIndex index, TestMethod test) {
        return index.find(test.declaredIn()).stream()
                .flatMap(facts -> facts.methods().stream())
                .filter(method ->
                        method.name().equals(test.name()) && method.descriptor().equals(test.descriptor()))
                .map(MethodFacts::annotations)
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isTruthValue(String descriptor) {
        return descriptor.endsWith(")Z") || descriptor.endsWith(")Ljava/lang/Boolean;");
    }

    /** Returns whether a rule or an extension checks the soft assertions after the test. */
    static boolean endsSoftAssertions(CodeIndex index, TestMethod test) {
        return test.descriptor().contains("SoftAssertions")
                || Stream.concat(Stream.of(test.runsIn(), test.declaredIn()), index.superTypes(test.runsIn()).stream())
                        .flatMap(type -> index.find(type).stream())
                        .map(ClassFacts::fields)
                        .flatMap(List::stream)
                        .anyMatch(field -> Frameworks.any(Framework::checksSoftAssertions, field));
    }
}
