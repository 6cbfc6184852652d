package dev.andon.internal.evidence.canaries;

import dev.andon.internal.evidence.ProofRecord;
import dev.andon.internal.evidence.ProofRecord.Proven;
import dev.andon.internal.evidence.ProofRecord.Stale;
import dev.andon.internal.evidence.ProofRecord.Unreadable;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.ProofReportCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Reads the files that proofs of canaries write: one for each canary, named after its class. */
public final class ProofReader {
    private ProofReader() {}

    private record Read(ProofRecord evidence, Instant at) {}

    /**
     * Returns the newest proof of a canary.
     *
     * @param outputs the folders that Andon writes to; they need not exist
     * @param notBefore proofs that ended earlier are stale
     */
    public static Optional<ProofRecord> read(Collection<Path> outputs, String canary, Instant notBefore) {
        return outputs.stream()
                .flatMap(output -> ProofReportCodec.existing(output, canary).stream())
                .map(file -> read(file, canary, notBefore))
                .max(Comparator.comparing(Read::at))
                .map(Read::evidence);
    }

    private static Read read(Path file, String canary, Instant notBefore) {
        try {
            String text = InputFile.text(file);
            ProofReport report = ProofReportCodec.decode(text, file.toString());
            if (!report.canary().equals(canary)) {
                return unreadable(file, "it is the proof of " + report.canary());
            }
            ProofRecord evidence = report.at().isBefore(notBefore)
                    ? new Stale(file.toString(), report.at())
                    : new Proven(file.toString(), report);
            return new Read(evidence, report.at());
        } catch (MalformedFileException malformed) {
            return unreadable(file, malformed.why());
        } catch (IOException unreadable) {
            return unreadable(file, String.valueOf(unreadable));
        }
    }

    /** An unreadable file counts as the newest, so that an older readable one does not hide it. */
    private static Read unreadable(Path file, String why) {
        return new Read(new Unreadable(file.toString(), why), Instant.MAX);
    }
}
