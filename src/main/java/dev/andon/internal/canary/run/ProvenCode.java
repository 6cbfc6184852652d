package dev.andon.internal.canary.run;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.files.FileDigest;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.ProvenCanary;
import dev.andon.internal.formats.ProvenCanaryCodec;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Tells whether the code of a canary is that which was proven, by the digests that the proof left. */
public final class ProvenCode {
    private static final String FIX =
            "; prove it in the build that makes this artefact, name the output of the proof by"
                    + " --proofs, or go without by --no-proof";

    private final Optional<Path> proofs;

    /**
     * Makes one.
     *
     * @param proofs a folder that the build of the proof wrote to, {@code target/andon}; empty for what the artefacts hold
     */
    public ProvenCode(Optional<Path> proofs) {
        this.proofs = proofs;
    }

    /** Returns why a canary does not count as proven; empty where it does. */
    public Optional<String> problem(LoadedCanary canary) {
        String name = canary.type().getName();
        try {
            Optional<ProvenCanary> proven = read(canary);
            if (proven.isEmpty()) {
                return Optional.of("no proof of " + name + " in its artefact" + FIX);
            }
            Map<String, String> classes = proven.get().classes();
            if (!classes.containsKey(name)) {
                return Optional.of("the proof of " + name + " names no code of it" + FIX);
            }
            for (Map.Entry<String, String> part : classes.entrySet()) {
                URL file = canary.type().getClassLoader().getResource(ClassRoot.entryOf(part.getKey()));
                if (file == null
                        || !FileDigest.of(InputFile.bytes(file, InputFile.LARGEST_CLASS))
                                .equals(part.getValue())) {
                    return Optional.of(part.getKey() + " is not as it was proven at "
                            + proven.get().at() + FIX);
                }
            }
            return Optional.empty();
        } catch (IOException | MalformedFileException unreadable) {
            return Optional.of("the proof of " + name + " cannot be read: " + unreadable.getMessage() + FIX);
        }
    }

    private Optional<ProvenCanary> read(LoadedCanary canary) throws IOException {
        String name = canary.type().getName();
        Optional<Path> file = proofs.map(folder -> folder.resolve(ProvenCanaryCodec.fileOf(name)))
                .filter(Files::exists);
        if (file.isPresent()) {
            return Optional.of(ProvenCanaryCodec.decode(
                    InputFile.text(file.get()), file.get().toString()));
        }
        URL resource = canary.type().getClassLoader().getResource(ProvenCanaryCodec.resourceOf(name));
        return resource == null
                ? Optional.empty()
                : Optional.of(ProvenCanaryCodec.decode(
                        new String(InputFile.bytes(resource, InputFile.LARGEST), StandardCharsets.UTF_8),
                        resource.toString()));
    }
}
