package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why a readiness class checks nothing, whatever tests the build runs. */
public enum ReadinessClassFault {
    /** It lies among the production classes, where no build tool looks for tests. */
    IN_PRODUCTION(
            "lies among the production classes, where no build tool looks for tests, so it never runs",
            "move it to the test sources (src/test)"),
    /** It is abstract, and no class extends it. */
    ABSTRACT("is abstract, and no class extends it, so it never runs", "make it a concrete class, or extend it"),
    /** It neither implements {@code ReadinessChecks} nor uses {@code Readiness}. */
    CHECKS_NOTHING(
            "runs tests of its own, but neither implements ReadinessChecks nor uses Readiness, so it checks nothing",
            "let it implement dev.andon.ReadinessChecks");

    private final String words;
    private final String fix;

    ReadinessClassFault(String words, String fix) {
        this.words = words;
        this.fix = fix;
    }

    /** Returns what is wrong with it, as the rest of a sentence that begins with its name. */
    public String words() {
        return words;
    }

    /** Returns what to do. */
    public String fix() {
        return fix;
    }

    private static final String CHECKS = "dev.andon.ReadinessChecks";
    private static final String READINESS = "dev.andon.Readiness";
    private static final String READINESS_DESCRIPTOR = "Ldev/andon/Readiness;";

    /** Returns the fault of a class with the readiness annotation; empty where there is none, and for all other classes. */
    static Optional<ReadinessClassFault> of(ClassFacts facts, Classes classes) {
        if (facts.isInterface() || facts.root() == null || !Discovery.isReadiness(classes, facts)) {
            return Optional.empty();
        }
        boolean concrete = Classes.isConcrete(facts);
        boolean inTests = Classes.inTests(facts);
        if (!inTests || !concrete) {
            // One that is abstract and among the production classes may be there for other projects.
            return (inTests || concrete) && !isExtendedInTests(facts, classes.index())
                    ? Optional.of(concrete ? IN_PRODUCTION : ABSTRACT)
                    : Optional.empty();
        }
        return classes.index().superTypes(facts.name()).contains(CHECKS) || uses(facts, classes)
                ? Optional.empty()
                : Optional.of(CHECKS_NOTHING);
    }

    private static boolean isExtendedInTests(ClassFacts facts, CodeIndex index) {
        return index.classes().stream()
                .filter(other -> Classes.inTests(other) && Classes.isConcrete(other))
                .anyMatch(other -> index.superTypes(other.name()).contains(facts.name()));
    }

    /** Whether the class, those that it extends or encloses, or a helper in the tests names the type. */
    private static boolean uses(ClassFacts facts, Classes classes) {
        Stream<ClassFacts> own =
                Stream.concat(classes.hierarchy(facts).stream(), classes.members(facts.name()).stream());
        return own.anyMatch(type -> names(type, classes.index())
                || classes.index().bodies(type.name()).values().stream()
                        .map(MethodBody::types)
                        .flatMap(Set::stream)
                        .flatMap(helper -> classes.index().find(helper).stream())
                        .anyMatch(helper -> Classes.inTests(helper) && names(helper, classes.index())));
    }

    private static boolean names(ClassFacts type, CodeIndex index) {
        return type.methods().stream().anyMatch(method -> method.descriptor().contains(READINESS_DESCRIPTOR))
                || index.bodies(type.name()).values().stream()
                        .anyMatch(body -> body.types().contains(READINESS));
    }
}
