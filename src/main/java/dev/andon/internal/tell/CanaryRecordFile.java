package dev.andon.internal.tell;

import dev.andon.internal.files.OutputFile;
import dev.andon.internal.formats.CanaryRecord;
import dev.andon.internal.formats.CanaryRecordCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the record of a module's canaries, for builds that do not compile against them. */
public final class CanaryRecordFile {
    private CanaryRecordFile() {}

    /**
     * Writes {@value CanaryRecordCodec#NAME} into a folder of classes; an earlier file is replaced.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path classes, List<CanaryRecord> canaries) throws IOException {
        // The folder of classes may be a link: some builds put one there.
        OutputFile.write(classes.toRealPath(), CanaryRecordCodec.NAME, CanaryRecordCodec.encode(canaries));
    }
}
