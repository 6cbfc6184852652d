package dev.andon.internal.audit.maven;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The classes in some jars, the first jar first. A jar that cannot be opened counts as empty. */
public final class JarClasses implements ClassSource, AutoCloseable {
    private final List<ZipFile> jars = new ArrayList<>();

    JarClasses(Collection<Path> paths) {
        for (Path path : paths) {
            try {
                jars.add(InputFile.jar(path));
            } catch (IOException damaged) {
                // An incomplete download: counts as missing.
            }
        }
    }

    @Override
    public Optional<byte[]> bytes(String className) {
        String entry = ClassRoot.entryOf(className);
        for (ZipFile jar : jars) {
            ZipEntry found = jar.getEntry(entry);
            if (found != null) {
                try {
                    return Optional.of(InputFile.bytes(jar, found, InputFile.LARGEST_CLASS));
                } catch (IOException damaged) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Returns every entry of that name. */
    public List<URL> find(String name) {
        List<URL> found = new ArrayList<>();
        for (ZipFile jar : jars) {
            if (jar.getEntry(name) != null) {
                try {
                    found.add(new URL("jar:" + Path.of(jar.getName()).toUri() + "!/" + name));
                } catch (MalformedURLException impossible) {
                    throw new IllegalStateException(jar.getName() + " has no URL", impossible);
                }
            }
        }
        return List.copyOf(found);
    }

    @Override
    public void close() {
        for (ZipFile jar : jars) {
            try {
                jar.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
