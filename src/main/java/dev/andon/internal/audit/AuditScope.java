package dev.andon.internal.audit;

import dev.andon.internal.assess.ReadinessClasses;
import dev.andon.internal.audit.maven.MavenModules;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.text.FirstFew;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one readiness class judges: its packages in the modules on its class path.
 *
 * @param declaration what it requires
 * @param module the module that holds it
 * @param workspace the modules; of several, its own first, then in the order of its class path
 */
record AuditScope(ReadinessDeclaration declaration, String module, Workspace workspace) {
    private static final int NAMED = 5;

    /**
     * Returns one scope for each readiness class. Of several, each judges its own module and those on its class path that
     * contain its packages, as in the build. Where no pom states the class path, these are all modules without a readiness
     * class of their own. A single one judges all modules, except those that repeat names of the modules that it uses.
     */
    static List<AuditScope> of(
            List<ReadinessClasses.Found> readiness, Workspace workspace, MavenModules poms, CodeIndex index) {
        if (readiness.size() == 1) {
            ReadinessClasses.Found one = readiness.get(0);
            return List.of(new AuditScope(
                    one.declaration(),
                    one.module(),
                    DuplicateNames.in(workspace, index, poms).apart(one.module())));
        }
        Set<String> own =
                readiness.stream().map(ReadinessClasses.Found::module).collect(Collectors.toCollection(HashSet::new));
        return readiness.stream()
                .map(one -> {
                    Set<String> seen = poms.classPath(one.module()).orElseGet(() -> without(own, workspace));
                    List<Module> modules = Stream.concat(Stream.of(one.module()), seen.stream())
                            .distinct()
                            .flatMap(name -> workspace.modules().stream()
                                    .filter(module -> module.name().equals(name)))
                            .filter(module -> module.name().equals(one.module()) || holds(module, one.declaration()))
                            .toList();
                    return new AuditScope(one.declaration(), one.module(), new Workspace(modules));
                })
                .toList();
    }

    private static Set<String> without(Set<String> own, Workspace workspace) {
        Set<String> others =
                workspace.modules().stream().map(Module::name).collect(Collectors.toCollection(LinkedHashSet::new));
        others.removeAll(own);
        return others;
    }

    private static boolean holds(Module module, ReadinessDeclaration declaration) {
        return declaration.packages().stream()
                .map(name -> name.replace('.', '/'))
                .anyMatch(name -> module.roots().stream()
                        .anyMatch(root -> Files.isDirectory(root.path().resolve(name))));
    }

    /** Returns a note on the services that no readiness class judges. */
    static Optional<String> left(List<AuditScope> scopes, CodeIndex index) {
        List<String> left = Discovery.discover(index, DiscoveryRequest.of()).services().stream()
                .filter(service -> scopes.stream().noneMatch(scope -> scope.judges(service)))
                .map(service -> service.name() + " (module " + service.module() + ")")
                .toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((left.size() == 1 ? "1 service is" : left.size() + " services are")
                + " judged by no readiness class: "
                + FirstFew.of(left, NAMED)
                + "; add a readiness class to the module, or the package to one that is there");
    }

    private boolean judges(Service service) {
        String name = service.name();
        return workspace.modules().stream().anyMatch(module -> module.name().equals(service.module()))
                && declaration.packages().stream()
                        .anyMatch(in -> in.isEmpty() || name.startsWith(in + ".") || name.startsWith(in + "$"));
    }
}
