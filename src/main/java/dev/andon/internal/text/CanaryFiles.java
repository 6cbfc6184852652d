package dev.andon.internal.text;

import java.nio.file.Path;

/** The files through which the build of canaries, their proofs and the build of the service speak to each other. */
public final class CanaryFiles {
    /** Among the classes of an artefact: its canaries, and what its own build judged of them. */
    public static final String RECORD = "META-INF/andon/canaries.json";

    private CanaryFiles() {}

    /** Returns the file of the proof of a canary. */
    public static Path proof(Path output, String className) {
        return output.resolve("proofs").resolve(className + ".json");
    }
}
