package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.text.ClassNames;

/** Recognises classes that a generator wrote. */
final class GeneratedCode {
    private GeneratedCode() {}

    /** Returns whether the class, or the class around it, is generated. */
    static boolean is(ClassFacts facts, CodeIndex index) {
        return facts.annotations().stream().anyMatch(annotation -> ClassNames.simpleName(annotation.type())
                        .endsWith("Generated"))
                || index.superTypes(facts.name()).stream()
                        .anyMatch(type -> Frameworks.any(Framework::isGeneratedBase, type))
                || (facts.outer() != null
                        && index.find(facts.outer())
                                .filter(outer -> is(outer, index))
                                .isPresent());
    }
}
