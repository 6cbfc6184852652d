package dev.andon.internal.readiness;

import dev.andon.internal.discover.Module;
import dev.andon.internal.evidence.canaries.CanaryFileProblem;
import dev.andon.internal.evidence.canaries.OperationsFile;
import dev.andon.internal.judge.Declaration;
import dev.andon.internal.judge.Demands;
import dev.andon.internal.judge.KeyOperations;
import dev.andon.internal.judge.Misuse;
import dev.andon.internal.judge.Practice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The key operations: those on the readiness class, and those in a file that it shares with the canaries' module. */
final class OperationsOfBuild {
    private static final Set<Practice> ASKING =
            Set.of(Practice.CANARIES, Practice.CANARIES_FEW, Practice.END_TO_END_TESTS);

    private OperationsOfBuild() {}

    /** Returns the declaration with all of them. A file that nobody asks for may be of some other tool. */
    static Declaration with(Declaration declaration, Optional<Module> home) {
        Optional<Path> file = home.flatMap(OperationsOfBuild::find);
        if (file.isEmpty()) {
            return declaration;
        }
        Demands demands = declaration.demands();
        boolean asked = demands.practices().stream().anyMatch(ASKING::contains);
        try {
            List<Demands.Operation> written = OperationsFile.read(file.get()).stream()
                    .map(operation -> new Demands.Operation(operation.name(), operation.of(), operation.service()))
                    .toList();
            return declaration.withDemands(demands.withOperations(KeyOperations.together(
                    declaration.readinessClass(),
                    demands.operations(),
                    file.get().toString(),
                    written)));
        } catch (CanaryFileProblem problem) {
            if (asked) {
                throw new Misuse(String.valueOf(problem.getMessage()));
            }
            return declaration;
        } catch (Misuse differing) {
            if (asked) {
                throw differing;
            }
            return declaration;
        }
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
