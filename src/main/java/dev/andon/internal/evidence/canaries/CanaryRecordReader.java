package dev.andon.internal.evidence.canaries;

import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.CanaryRecordCodec;
import dev.andon.internal.formats.MalformedFileException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the records that canary modules write next to their classes. */
public final class CanaryRecordReader {
    private CanaryRecordReader() {}

    /**
     * Reads one record of the class path.
     *
     * @param module the artefact or folder that contains it
     * @throws CanaryFileProblem if it cannot be read
     */
    public static List<RecordedCanary> read(URL file, String module) {
        return read(file, module, false);
    }

    /**
     * Reads one record that the readiness class names.
     *
     * @throws CanaryFileProblem if it cannot be read
     */
    public static List<RecordedCanary> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CanaryFileProblem("@RequireCanaries(records = …) names " + file
                    + ", which is no file: copy " + CanaryRecordCodec.NAME
                    + " of the canaries' artefact there before the tests run, or correct the path, which is seen from the"
                    + " folder of the readiness class's module");
        }
        try {
            return read(file.toUri().toURL(), String.valueOf(file.getFileName()), true);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<RecordedCanary> read(URL file, String module, boolean named) {
        try {
            return CanaryRecordCodec.decode(
                            new String(InputFile.bytes(file, InputFile.LARGEST), StandardCharsets.UTF_8),
                            file.toString())
                    .stream()
                    .map(canary -> new RecordedCanary(canary, module, file.toString(), named))
                    .toList();
        } catch (MalformedFileException | IOException malformed) {
            String message = malformed instanceof MalformedFileException
                    ? String.valueOf(malformed.getMessage())
                    : file + " cannot be read: " + malformed;
            throw new CanaryFileProblem(message
                    + (named
                            ? "; copy the file again, as a build with this version of Andon wrote it"
                            : "; build the module of those canaries again with `clean`, by this version of Andon"));
        }
    }
}
