package dev.andon.internal.assess;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which classes from outside of the build lie in an artefact that holds services: a module of canaries may have the
 * service on its class path as a jar. Only classes of the canaries' own organisation are looked at, by the first two
 * parts of their packages: no library of others holds the system under test.
 */
final class ServedArtefacts implements Predicate<String> {
    private final ClassPathResources resources;
    private final Set<String> organisations;
    private final Map<Path, Boolean> serving = new HashMap<>();

    ServedArtefacts(ClassPathResources resources, Stream<String> canaries) {
        this.resources = resources;
        this.organisations = canaries.map(ServedArtefacts::organisation).collect(Collectors.toSet());
    }

    private static String organisation(String className) {
        String[] parts = className.split("\\.", 3);
        return parts.length < 3 ? parts[0] : parts[0] + "." + parts[1];
    }

    @Override
    public boolean test(String className) {
        return organisations.contains(organisation(className))
                && url(className)
                        .flatMap(url -> ClassPathResources.root(url, ClassRoot.entryOf(className)))
                        .filter(root -> serving.computeIfAbsent(root, this::holdsServices))
                        .isPresent();
    }

    private Optional<URL> url(String className) {
        return resources.find(ClassRoot.entryOf(className)).stream().findFirst();
    }

    private boolean holdsServices(Path root) {
        ClassSource source = className -> url(className).map(ClassPathResources::bytes);
        CodeIndex index = CodeIndex.of(List.of(new ClassRoot(root, String.valueOf(root.getFileName()), false)), source);
        return !Discovery.discover(index, DiscoveryRequest.of()).services().isEmpty();
    }
}
