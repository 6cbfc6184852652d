package dev.andon.internal.audit.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Maven's local repository on this machine; empty where there is none.
 *
 * @param root its folder
 */
public record LocalRepository(Path root) {

    /** Returns that of {@code maven.repo.local}, else {@code ~/.m2/repository}. */
    public static LocalRepository ofThisMachine() {
        String chosen = System.getProperty("maven.repo.local", "");
        return new LocalRepository(
                chosen.isBlank()
                        ? Path.of(System.getProperty("user.home", "."), ".m2", "repository")
                        : Path.of(chosen));
    }

    Optional<Path> pom(String group, String artifact, String version) {
        return file(group, artifact, version, "", "pom");
    }

    Optional<Path> jar(String group, String artifact, String version, String classifier) {
        return file(group, artifact, version, classifier, "jar");
    }

    private Optional<Path> file(String group, String artifact, String version, String classifier, String extension) {
        String name = artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + "." + extension;
        try {
            Path file = root.resolve(group.replace('.', '/'))
                    .resolve(artifact)
                    .resolve(version)
                    .resolve(name);
            return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (java.nio.file.InvalidPathException notAName) {
            // An unresolved expression, such as ${boot.version}.
            return Optional.empty();
        }
    }
}
