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
 * Whether runbooks are there. A URL is read and never fetched: a build must not fail since a wiki is down. A path is
 * looked for below the canary's module and below the repository.
 */
final class Runbooks {
    private final CodeIndex index;

    Runbooks(CodeIndex index) {
        this.index = index;
    }

    /** Returns why a canary's runbook cannot be found; empty where it can, or none is named. */
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
            return web && uri.getHost() != null ? "" : "is no URL of http or https with a host";
        } catch (URISyntaxException malformed) {
            return "is no well-formed URL (" + malformed.getReason() + ")";
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
                return "is a path of one machine; name it from the module or the repository on";
            }
            boolean there = folders.stream()
                    .anyMatch(folder -> folder.resolve(path).normalize().startsWith(folder)
                            && Files.isRegularFile(folder.resolve(path)));
            return there
                    ? ""
                    : "is no file below "
                            + folders.stream()
                                    .map(Path::toString)
                                    .reduce((one, other) -> one + " or " + other)
                                    .orElse("the module");
        } catch (InvalidPathException malformed) {
            return "is no path (" + malformed.getReason() + ")";
        }
    }

    /** The folder of the module, and that of the repository. */
    private static Stream<Path> folders(Path root) {
        Path base = ClassRoots.base(root)
                .orElseGet(() -> Objects.requireNonNullElse(
                        root.toAbsolutePath().normalize().getParent(), root));
        return Stream.of(base, RepositoryRoot.of(base));
    }
}
