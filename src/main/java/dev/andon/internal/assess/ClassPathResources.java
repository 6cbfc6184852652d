package dev.andon.internal.assess;

import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The class path of the running tests; in an audit there is none. */
@FunctionalInterface
public interface ClassPathResources {

    /** No class path. */
    ClassPathResources NONE = name -> List.of();

    /** Returns all resources of that name. */
    List<URL> find(String name);

    /** Reads a resource. */
    static byte[] bytes(URL url) {
        try {
            return InputFile.bytes(url, InputFile.LARGEST);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the folder or jar that a resource lies in; empty where it is neither. */
    static Optional<Path> root(URL url, String name) {
        try {
            if (url.getProtocol().equals("jar")) {
                String inside = url.getPath();
                return inside.indexOf("!/") == inside.lastIndexOf("!/")
                        ? Optional.of(Path.of(URI.create(inside.substring(0, inside.indexOf("!/")))))
                        : Optional.empty();
            }
            Path root = Path.of(url.toURI());
            for (int level = name.split("/", -1).length; level > 0 && root != null; level--) {
                root = root.getParent();
            }
            return Optional.ofNullable(root);
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noFile) {
            return Optional.empty();
        }
    }
}
