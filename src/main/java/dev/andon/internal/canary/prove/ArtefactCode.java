package dev.andon.internal.canary.prove;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.Limits;
import dev.andon.internal.bytecode.MethodBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The code of a canary: its class and those of its artefact that it calls or extends. Whole classes are looked at, since a
 * reading that follows single calls may miss one.
 *
 * @param parts its classes, the canary first
 */
record ArtefactCode(Class<?> canary, List<Part> parts) {

    /** One class, and the code of its methods. */
    record Part(ClassFacts facts, Collection<MethodBody> bodies) {}

    /** Reads the classes, the canary first; none where its class file cannot be found. */
    static ArtefactCode of(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null) {
            return new ArtefactCode(type, List.of());
        }
        String entry = ClassRoot.entryOf(type.getName());
        URL url = loader.getResource(entry);
        String artefact = url == null ? "" : url.toString().replace(entry, "");
        CodeIndex index = CodeIndex.of(List.of(), name -> read(loader.getResource(ClassRoot.entryOf(name)), artefact));
        List<Part> parts = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>(Set.of(type.getName()));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() < Limits.DEFAULT.classes()) {
            String name = open.remove();
            index.find(name).ifPresent(facts -> {
                Collection<MethodBody> bodies = index.code(name).values();
                parts.add(new Part(facts, bodies));
                bodies.stream()
                        .flatMap(body -> body.calls().stream())
                        .map(MethodBody.Call::owner)
                        .filter(seen::add)
                        .forEach(open::add);
                index.superTypes(name).stream().filter(seen::add).forEach(open::add);
            });
        }
        return new ArtefactCode(type, List.copyOf(parts));
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
}
