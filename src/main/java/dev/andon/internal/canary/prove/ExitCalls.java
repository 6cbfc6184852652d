package dev.andon.internal.canary.prove;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.Limits;
import dev.andon.internal.bytecode.MethodBody.Call;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds calls that would end the JVM in a canary's code. Such a canary must not run where it is proven: the build would
 * lose its tests with it. Whole classes are looked at, since a reading that follows single calls may miss one.
 */
final class ExitCalls {
    private static final Set<String> ENDING =
            Set.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt");

    private final String canary;
    private final CodeIndex index;

    private ExitCalls(String canary, CodeIndex index) {
        this.canary = canary;
        this.index = index;
    }

    /** Returns the first such call, as {@code System.exit}, in a class and those of its artefact that it calls or extends. */
    static Optional<String> in(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null) {
            return Optional.empty();
        }
        String entry = ClassRoot.entryOf(type.getName());
        URL url = loader.getResource(entry);
        String artefact = url == null ? "" : url.toString().replace(entry, "");
        CodeIndex index = CodeIndex.of(List.of(), name -> read(loader.getResource(ClassRoot.entryOf(name)), artefact));
        return new ExitCalls(type.getName(), index).find();
    }

    private static Optional<byte[]> read(@Nullable URL file, String artefact) {
        if (file == null || !file.toString().startsWith(artefact)) {
            return Optional.empty();
        }
        try (InputStream in = file.openStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<String> find() {
        Set<String> seen = new LinkedHashSet<>(Set.of(canary));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() < Limits.DEFAULT.classes()) {
            String name = open.remove();
            ClassFacts facts = index.find(name).orElse(null);
            if (facts == null) {
                continue;
            }
            Optional<String> found = endingCall(facts);
            if (found.isPresent()) {
                return found;
            }
            calls(name).stream().map(Call::owner).filter(seen::add).forEach(open::add);
            index.superTypes(name).stream().filter(seen::add).forEach(open::add);
        }
        return Optional.empty();
    }

    private Optional<String> endingCall(ClassFacts facts) {
        boolean part = facts.name().equals(canary) || facts.name().startsWith(canary + "$");
        if (!part && isProgram(facts)) {
            // A program of its own, of which a canary uses something else, may end its JVM.
            return Optional.empty();
        }
        return calls(facts.name()).stream()
                .map(call -> call.owner() + "." + call.name())
                .filter(ENDING::contains)
                .map(call -> call.substring("java.lang.".length()) + (part ? "" : " in " + facts.name()))
                .findFirst();
    }

    private static boolean isProgram(ClassFacts facts) {
        return facts.methods().stream()
                .anyMatch(method ->
                        method.name().equals("main") && method.descriptor().equals("([Ljava/lang/String;)V"));
    }

    private List<Call> calls(String className) {
        return index.code(className).values().stream()
                .flatMap(body -> body.calls().stream())
                .toList();
    }
}
