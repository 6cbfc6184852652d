package dev.andon.internal.assess;

import dev.andon.internal.discover.Module;
import dev.andon.internal.evidence.canaries.CanaryFileProblem;
import dev.andon.internal.evidence.canaries.OperationsFile;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.require.KeyOperations;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.require.Requirements;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The key operations: those on the readiness class, and those in a file that it shares with the canaries' module. */
final class KeyOperationCollector {
    private static final Set<String> ASKING = Set.of("canaries", "canaries-few", "end-to-end-tests");

    private KeyOperationCollector() {}

    /** Returns the declaration with all of them. A file that nobody asks for may be of some other tool. */
    static ReadinessDeclaration with(ReadinessDeclaration declaration, Optional<Module> home) {
        Optional<Path> file = home.flatMap(KeyOperationCollector::find);
        if (file.isEmpty()) {
            return declaration;
        }
        Requirements requirements = declaration.requirements();
        boolean asked = isAsked(requirements);
        try {
            List<Requirements.Operation> written = OperationsFile.read(file.get()).stream()
                    .map(operation ->
                            new Requirements.Operation(operation.name(), operation.route(), operation.services()))
                    .toList();
            return declaration.withRequirements(requirements.withOperations(KeyOperations.together(
                    declaration.readinessClass(),
                    requirements.operations(),
                    file.get().toString(),
                    written)));
        } catch (CanaryFileProblem problem) {
            if (asked) {
                throw new ConfigurationException(String.valueOf(problem.getMessage()));
            }
            return declaration;
        } catch (ConfigurationException differing) {
            if (asked) {
                throw differing;
            }
            return declaration;
        }
    }

    private static boolean isAsked(Requirements requirements) {
        return requirements.practices().stream().map(Practice::id).anyMatch(ASKING::contains);
    }

    /** Returns a note on key operations of the readiness class that no required practice asks for. */
    static Optional<String> unused(ReadinessDeclaration declaration) {
        List<String> names = declaration.requirements().operations().stream()
                .map(operation -> "\"" + operation.name() + "\"")
                .toList();
        return names.isEmpty() || isAsked(declaration.requirements())
                ? Optional.empty()
                : Optional.of("no required practice uses @KeyOperation " + String.join(", ", names)
                        + ": require Level.OPERABLE, @RequireTests(kind = TestKind.END_TO_END) or @RequireCanaries, or "
                        + "remove the key operations");
    }

    private static Optional<Path> find(Module home) {
        Path resources = home.output().resolve("resources");
        List<Path> classPath = Stream.concat(
                        home.roots().stream().map(root -> root.path()),
                        Stream.of(resources.resolve("main"), resources.resolve("test")))
                .toList();
        return OperationsFile.find(classPath, home.base());
    }
}
