package dev.andon.internal.evidence.canaries;

import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.formats.CanaryRecordCodec;
import dev.andon.internal.formats.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the records that canary modules write next to their classes. */
public final class CanaryRecordReader {
    private CanaryRecordReader() {}

    /**
     * Reads one record.
     *
     * @param module the artefact or folder that contains it
     * @throws CanaryFileProblem if it cannot be read
     */
    public static List<RecordedCanary> read(URL file, String module) {
        try {
            return CanaryRecordCodec.decode(text(file), file.toString()).stream()
                    .map(canary -> new RecordedCanary(canary, module, file.toString()))
                    .toList();
        } catch (MalformedFileException | IOException malformed) {
            String message = malformed instanceof MalformedFileException
                    ? String.valueOf(malformed.getMessage())
                    : file + " cannot be read: " + malformed;
            throw new CanaryFileProblem(
                    message + "; build the module of those canaries again with `clean`, by this version of Andon");
        }
    }

    private static String text(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        // A jar that stays open in a cache cannot be replaced by the next build.
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
