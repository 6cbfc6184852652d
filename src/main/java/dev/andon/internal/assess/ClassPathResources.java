package dev.andon.internal.assess;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
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

    /** Reads a resource; no jar stays open in a cache, or it could not be built again. */
    static byte[] bytes(URL url) {
        try {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return in.readAllBytes();
            }
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
