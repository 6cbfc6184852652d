package dev.andon.internal.require;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code @KeyOperation}. */
final class KeyOperationReader {
    private KeyOperationReader() {}

    static List<Requirements.Operation> read(ReadinessAnnotations annotations) {
        Set<String> names = new HashSet<>();
        return annotations
                .each("KeyOperation")
                .map(operation -> {
                    String name = operation.notBlank("name", "name the operation in the users' words");
                    if (!names.add(OperationText.normalized(name))) {
                        throw operation.misuse("name", name, "named twice; give each operation its own name");
                    }
                    String route = operation.text("route").trim();
                    if (route.startsWith("/")) {
                        throw operation.misuse("route", route, "write the verb too, for example GET " + route);
                    }
                    return new Requirements.Operation(name, route, operation.types("services"));
                })
                .toList();
    }
}
