package dev.andon.internal.canary.prove;

import dev.andon.internal.formats.CanaryRecord;
import dev.andon.internal.formats.CanaryRecordCodec;
import dev.andon.internal.formats.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The canaries that artefacts on the class path declare in {@value CanaryRecordCodec#NAME}. */
public final class DeclaredCanaries {
    private DeclaredCanaries() {}

    /**
     * Returns their classes, not initialised.
     *
     * @throws IllegalStateException if no file declares one, or a file cannot be used
     */
    public static List<Class<?>> onClassPath() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Set<Class<?>> canaries = new LinkedHashSet<>();
        try {
            for (URL file : Collections.list(loader.getResources(CanaryRecordCodec.NAME))) {
                for (CanaryRecord canary : read(file)) {
                    canaries.add(Class.forName(canary.declaration().className(), false, loader));
                }
            }
        } catch (IOException | ReflectiveOperationException | MalformedFileException unusable) {
            throw new IllegalStateException(CanaryRecordCodec.NAME + " cannot be used: " + unusable, unusable);
        }
        if (canaries.isEmpty()) {
            throw new IllegalStateException(
                    "no " + CanaryRecordCodec.NAME + " on the class path names a canary: add the"
                            + " canaries' artefact as a test dependency, put @RequireCanaries on the readiness class of its own"
                            + " module, and build that module with its tests, which write the file");
        }
        return List.copyOf(canaries);
    }

    private static List<CanaryRecord> read(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return CanaryRecordCodec.decode(new String(in.readAllBytes(), StandardCharsets.UTF_8), file.toString());
        }
    }
}
