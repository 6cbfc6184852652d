package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.Optional;

/** Arquillian, which deploys the application to a container for its tests. */
final class Arquillian implements Framework {

    private static final String PACKAGE = "org.jboss.arquillian.";

    /** An extension or a runner names it, or a superclass; that a method is a deployment is no call. */
    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return byAnnotation(test).or(() -> test.names(PACKAGE)).map(TestSetup::applicationBy);
    }

    /** Most containers, managed or remote, are processes of their own, and the code does not say which one it is. */
    @Override
    public boolean runsServiceElsewhere(TestUse test) {
        return testSetup(test).isPresent();
    }

    private static Optional<String> byAnnotation(TestUse test) {
        return test.annotations().stream()
                .flatMap(AnnotationFacts::types)
                .filter(type -> type.startsWith(PACKAGE))
                .findFirst();
    }
}
