package dev.andon.internal.evidence.canaries;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.ClassRoots;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Checks that runbooks exist. A URL is parsed but never fetched: a build must not fail because a wiki is down. A path is
 * resolved against the folder of the canary's module and against the root of the repository.
 */
final class Runbooks {
    private final CodeIndex index;

    Runbooks(CodeIndex index) {
        this.index = index;
    }

    /** Returns why a canary's runbook cannot be found; empty if it can, or if none is named. */
    String problem(CanaryClass canary) {
        String runbook = canary.written().runbook().trim();
        if (runbook.isEmpty()) {
            return "";
        }
        return runbook.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") ? url(runbook) : file(runbook, canary);
    }

    private static String url(String runbook) {
        try {
            URI uri = new URI(runbook);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? "" : "is not an http or https URL with a host";
        } catch (URISyntaxException malformed) {
            return "is not a well-formed URL (" + malformed.getReason() + ")";
        }
    }

    private String file(String runbook, CanaryClass canary) {
        List<Path> folders = index.find(canary.name()).map(ClassFacts::root).stream()
                .flatMap(root -> folders(root.path()))
                .distinct()
                .toList();
        try {
            Path path = Path.of(runbook.replaceFirst("#.*", ""));
            if (path.isAbsolute()) {
                return "is an absolute path, which exists on one machine only; make it relative to the module or the repository";
            }
            boolean there = folders.stream()
                    .anyMatch(folder -> folder.resolve(path).normalize().startsWith(folder)
                            && Files.isRegularFile(folder.resolve(path)));
            return there
                    ? ""
                    : "is not a file below "
                            + folders.stream()
                                    .map(Path::toString)
                                    .reduce((one, other) -> one + " or " + other)
                                    .orElse("the module");
        } catch (InvalidPathException malformed) {
            return "is not a path (" + malformed.getReason() + ")";
        }
    }

    /** The folder of the module, and the root of the repository. */
    private static Stream<Path> folders(Path root) {
        Path base = ClassRoots.base(root)
                .orElseGet(() -> Objects.requireNonNullElse(
                        root.toAbsolutePath().normalize().getParent(), root));
        return Stream.of(base, RepositoryRoot.of(base));
    }
}
