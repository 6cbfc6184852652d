package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import java.util.List;
import java.util.Map;

/**
 * A test method together with the declarations around it.
 *
 * @param onMethod its annotations, meta-annotations included
 * @param onClasses the annotations of the class that runs it, of the classes around that one and of the supertypes of
 *     all these, meta-annotations included
 * @param hierarchy the class that runs it and its supertypes
 * @param settings the settings of the test frameworks in its module
 */
public record DeclaredTest(
        List<AnnotationFacts> onMethod,
        List<AnnotationFacts> onClasses,
        List<ClassFacts> hierarchy,
        Map<String, String> settings) {}
