package dev.andon.internal.evidence.canaries;

import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.OperationsCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and reads the file {@value OperationsCodec#NAME} of a build. */
public final class OperationsFile {
    private static final String NAME = OperationsCodec.NAME;

    /** A file with this name would be ignored silently, so it is refused. */
    private static final String MISSPELT = "operations.yml";

    private OperationsFile() {}

    /** Returns the nearest file: among the classes of a module, in its folder, or above it in the repository. */
    public static Optional<Path> find(Collection<Path> classPath, Path base) {
        for (Path root : classPath) {
            Optional<Path> found = in(root);
            if (found.isPresent()) {
                return found;
            }
        }
        Path last = RepositoryRoot.of(base);
        for (Path folder = base; folder != null && folder.startsWith(last); folder = folder.getParent()) {
            Optional<Path> found = in(folder);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> in(Path folder) {
        return Stream.of(NAME, MISSPELT)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * Reads one file.
     *
     * @throws CanaryFileProblem if it is malformed, or the YAML library is missing
     */
    public static List<OperationsCodec.Operation> read(Path file) {
        if (file.endsWith(MISSPELT)) {
            throw new CanaryFileProblem(file + " is not read: name it " + NAME);
        }
        Path beside = file.resolveSibling(MISSPELT);
        if (Files.isRegularFile(beside)) {
            throw new CanaryFileProblem(beside + " lies beside " + NAME + " and is not read: remove one of the two");
        }
        try (InputStream in = InputFile.open(file, InputFile.LARGEST)) {
            return OperationsCodec.decode(in, file.toString());
        } catch (NoClassDefFoundError absent) {
            throw new CanaryFileProblem(
                    file + " names key operations, but the library that reads it is missing: add "
                            + "org.snakeyaml:snakeyaml-engine to the tests' class path, or name the operations with @KeyOperation");
        } catch (MalformedFileException malformed) {
            throw new CanaryFileProblem(String.valueOf(malformed.getMessage()));
        } catch (IOException unreadable) {
            throw new CanaryFileProblem(file + " cannot be read: " + unreadable);
        }
    }
}
