package dev.andon.internal.evidence.canaries;

import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.CanaryRecordCodec;
import dev.andon.internal.formats.MalformedFileException;
import java.io.IOException;
import java.net.URL;
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
            return CanaryRecordCodec.decode(
                            new String(InputFile.bytes(file, InputFile.LARGEST), StandardCharsets.UTF_8),
                            file.toString())
                    .stream()
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
}
