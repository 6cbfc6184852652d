package dev.andon.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends lines to a file that others may append to, rotate or cut. */
public final class AppendedFile {
    private AppendedFile() {}

    /**
     * Appends a line by one write, or none of it. Where the file ends in the middle of a line, since the disk was full or the process was
     * killed, the new line begins after a line end of its own. The file is opened anew each time, so that it may be renamed
     * in between.
     *
     * @param force whether the line is on the disk when this returns, and outlasts a power failure
     * @throws IOException if it cannot be written as a whole, or the file is no regular file
     */
    public static void line(Path file, String line, boolean force) throws IOException {
        if (file.getParent() != null && !Files.isDirectory(file.getParent())) {
            Files.createDirectories(file.getParent());
        }
        String text = (endsInMiddleOfLine(file) ? "\n" : "") + line + "\n";
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            write(channel, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            if (force) {
                channel.force(false);
            }
        }
    }

    /** A disk that is nearly full takes a part: it is removed again, unless somebody else has appended after it. */
    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        long before = channel.size();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException unwritten) {
            if (bytes.position() > 0 && channel.size() == before + bytes.position()) {
                channel.truncate(before);
            }
            throw unwritten;
        }
    }

    private static boolean endsInMiddleOfLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        InputFile.requireRegular(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }
}
