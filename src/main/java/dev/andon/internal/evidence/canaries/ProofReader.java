package dev.andon.internal.evidence.canaries;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.internal.evidence.ProofRecord;
import dev.andon.internal.evidence.ProofRecord.Proven;
import dev.andon.internal.evidence.ProofRecord.Result;
import dev.andon.internal.evidence.ProofRecord.Stale;
import dev.andon.internal.evidence.ProofRecord.Tried;
import dev.andon.internal.evidence.ProofRecord.Unreadable;
import dev.andon.internal.text.CanaryFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the files that proofs of canaries leave: one for each canary, named after its class. */
public final class ProofReader {
    private ProofReader() {}

    private record Read(ProofRecord evidence, Instant at) {}

    /**
     * Returns the newest proof of a canary.
     *
     * @param outputs the folders that Andon writes to; those that do not exist hold nothing
     * @param notBefore what was proven earlier is stale
     */
    public static Optional<ProofRecord> read(Collection<Path> outputs, String canary, Instant notBefore) {
        return outputs.stream()
                .map(output -> CanaryFiles.proof(output, canary))
                .filter(Files::exists)
                .map(file -> read(file, canary, notBefore))
                .max(Comparator.comparing(Read::at))
                .map(Read::evidence);
    }

    private static Read read(Path file, String canary, Instant notBefore) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            JsonObject json = JsonParser.object().from(text);
            Json.checkVersion(json);
            if (!Json.text(json, "canary").equals(canary)) {
                throw new IllegalArgumentException("it tells of " + Json.text(json, "canary"));
            }
            Instant at = Instant.parse(Json.text(json, "at"));
            Proven proven = proven(file, json);
            return new Read(at.isBefore(notBefore) ? new Stale(file.toString(), at) : proven, at);
        } catch (JsonParserException | DateTimeException malformed) {
            return unreadable(file, "it is damaged or was never finished (" + malformed.getMessage() + ")");
        } catch (IllegalArgumentException | IOException malformed) {
            return unreadable(file, String.valueOf(malformed.getMessage()));
        }
    }

    /** Newer than any: what cannot be read must not be passed over for an older one that can. */
    private static Read unreadable(Path file, String why) {
        return new Read(new Unreadable(file.toString(), why), Instant.MAX);
    }

    private static Proven proven(Path file, JsonObject json) {
        List<Tried> faults = Json.objects(json, "faults").stream()
                .map(fault -> new Tried(
                        Json.text(fault, "fault"),
                        Json.text(fault, "does"),
                        Json.constant(Result.class, fault, "verdict"),
                        Json.text(fault, "exchange"),
                        Json.text(fault, "reason")))
                .toList();
        return new Proven(
                file.toString(),
                Json.text(json, "undisturbed"),
                Json.text(json, "reason"),
                Json.flag(json, "asked"),
                Json.texts(json, "exchanges"),
                Json.texts(json, "anonymous"),
                faults);
    }
}
