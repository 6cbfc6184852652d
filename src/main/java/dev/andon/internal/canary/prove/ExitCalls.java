package dev.andon.internal.canary.prove;

import dev.andon.internal.bytecode.ClassFacts;
import java.util.Optional;
import java.util.Set;

/**
 * Finds calls that would end the JVM in a canary's code. Such a canary must not run where it is proven: the build would
 * lose its tests with it.
 */
final class ExitCalls {
    private static final Set<String> ENDING =
            Set.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt");

    private ExitCalls() {}

    /** Returns the first such call, as {@code System.exit}, in a class and those of its artefact that it calls or extends. */
    static Optional<String> in(ArtefactCode code) {
        return code.parts().stream()
                .flatMap(part -> endingCall(code.canary().getName(), part).stream())
                .findFirst();
    }

    private static Optional<String> endingCall(String canary, ArtefactCode.Part called) {
        String name = called.facts().name();
        boolean part = name.equals(canary) || name.startsWith(canary + "$");
        if (!part && isProgram(called.facts())) {
            // A program of its own, of which a canary uses something else, may end its JVM.
            return Optional.empty();
        }
        return called.bodies().stream()
                .flatMap(body -> body.calls().stream())
                .map(call -> call.owner() + "." + call.name())
                .filter(ENDING::contains)
                .map(call -> call.substring("java.lang.".length()) + (part ? "" : " in " + name))
                .findFirst();
    }

    private static boolean isProgram(ClassFacts facts) {
        return facts.methods().stream()
                .anyMatch(method ->
                        method.name().equals("main") && method.descriptor().equals("([Ljava/lang/String;)V"));
    }
}
