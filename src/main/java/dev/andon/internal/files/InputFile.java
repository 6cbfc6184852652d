package dev.andon.internal.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Opens files that others wrote: regular files only, since a pipe or a device would block or never end, and never more
 * of them than fits. A link is followed; what counts is what it leads to.
 */
public final class InputFile {

    /** The most bytes of a file that is held in memory as a whole, unless a reader says otherwise. */
    public static final int LARGEST = 64 << 20;

    /** The most bytes of a class file; those of the largest public libraries have less than a tenth. */
    public static final int LARGEST_CLASS = 8 << 20;

    /** The most bytes of a file that is read as a stream: more than any build writes, and read in seconds. */
    public static final long LARGEST_STREAM = 1L << 30;

    private static volatile String lastOpened = "";

    private InputFile() {}

    /** Returns the file that was opened last by any thread, for the message of an unexpected error; empty for none. */
    public static String lastOpened() {
        return lastOpened;
    }

    /**
     * Opens a file that may have so many bytes: reading on after them is an {@link IOException}.
     *
     * @throws IOException if it does not exist, is no regular file, is larger, or cannot be opened
     */
    public static InputStream open(Path file, long most) throws IOException {
        requireRegular(file);
        requireSize(file, most);
        // It may grow meanwhile, and some systems tell no size of files that they make up.
        return new Limited(Files.newInputStream(file), most);
    }

    private static void requireSize(Path file, long most) throws IOException {
        if (Files.size(file) > most) {
            throw tooLarge(most);
        }
    }

    private static IOException tooLarge(long most) {
        return new IOException("it is larger than " + size(most) + ", the most that is read of such a file");
    }

    private static String size(long bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : bytes >= 1 << 10 ? (bytes >> 10) + " KB" : bytes + " bytes";
    }

    /**
     * Reads a whole file.
     *
     * @throws IOException if it is no regular file, cannot be read, or has more bytes
     */
    public static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = open(file, most)) {
            return in.readAllBytes();
        }
    }

    /**
     * Reads a whole file as UTF-8; bytes that are not become the replacement character.
     *
     * @throws IOException if it is no regular file, cannot be read, or is larger than {@link #LARGEST}
     */
    public static String text(Path file) throws IOException {
        return new String(bytes(file, LARGEST), StandardCharsets.UTF_8);
    }

    /** Limits a stream that was opened elsewhere: reading on after so many bytes is an {@link IOException}. */
    public static InputStream limited(InputStream in, long most) {
        return new Limited(in, most);
    }

    /**
     * Opens a jar.
     *
     * @throws IOException if it is no regular file, or no jar
     */
    public static ZipFile jar(Path file) throws IOException {
        requireRegular(file);
        ZipFile jar = new ZipFile(file.toFile());
        try {
            // The JDK finds a name that is no UTF-8 only when it reads that entry.
            jar.entries().asIterator().forEachRemaining(ZipEntry::getName);
        } catch (IllegalArgumentException malformed) {
            jar.close();
            throw new ZipException("the name of an entry is damaged");
        }
        return jar;
    }

    /**
     * Opens a jar as a file system.
     *
     * @throws IOException if it is no regular file, or no jar
     */
    public static FileSystem fileSystem(Path jar) throws IOException {
        requireRegular(jar);
        return FileSystems.newFileSystem(jar);
    }

    /**
     * Reads a whole entry of a jar: a small jar can hold entries that fill any memory.
     *
     * @throws IOException if it cannot be read, or has more bytes
     */
    public static byte[] bytes(ZipFile jar, ZipEntry entry, int most) throws IOException {
        try (InputStream in = new Limited(jar.getInputStream(entry), most)) {
            return in.readAllBytes();
        }
    }

    /**
     * Reads a whole resource of a class path. No jar stays open in a cache, or it could not be built again.
     *
     * @throws IOException if it is no regular file, cannot be read, or has more bytes
     */
    public static byte[] bytes(URL resource, int most) throws IOException {
        if (resource.getProtocol().equals("file")) {
            requireRegular(Path.of(URI.create(resource.toString())));
        }
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = new Limited(connection.getInputStream(), most)) {
            return in.readAllBytes();
        }
    }

    /**
     * Opens a file for reading and for locks.
     *
     * @throws IOException if it does not exist, is no regular file, has more bytes, or cannot be opened
     */
    public static FileChannel channel(Path file, long most) throws IOException {
        requireRegular(file);
        requireSize(file, most);
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /**
     * Refuses what is no regular file.
     *
     * @throws IOException if it is none, or does not exist
     */
    public static void requireRegular(Path file) throws IOException {
        lastOpened = file.toString();
        if (!Files.isRegularFile(file)) {
            // Tells a missing file from one that is there.
            Files.readAttributes(file, "isDirectory");
            throw new IOException((Files.isDirectory(file) ? "it is a folder" : "it is a pipe, a device or a socket")
                    + ", and only regular files are read");
        }
    }

    /**
     * Returns the regular file of a name that came out of another file; empty where there is none, or where no file can
     * have such a name, as one with a control character or half of a surrogate pair.
     */
    public static Optional<Path> below(Path folder, String name) {
        try {
            return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    private static final class Limited extends FilterInputStream {
        private final long most;
        private long count;

        Limited(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long read) throws IOException {
            count += Math.max(0, read);
            if (count > most) {
                throw tooLarge(most);
            }
        }
    }
}
