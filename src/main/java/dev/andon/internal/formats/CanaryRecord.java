package dev.andon.internal.formats;

import dev.andon.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A canary, and what its own module's build found out about it.
 *
 * @param declaration its annotation
 * @param practices the practices that its class file decides
 * @param uses the classes of other modules and artefacts that it reaches; null where the file does not say
 * @param classes the checksums of the classes that it consists of, by their names; empty where the file does not say
 */
public record CanaryRecord(
        CanaryDeclaration declaration,
        List<JudgedPractice> practices,
        @Nullable List<ClassUse> uses,
        Map<String, String> classes) {

    /** The verdict on one practice, and what it was based on. */
    public record JudgedPractice(String id, Verdict verdict, String found) {}

    /**
     * A class that a canary reaches.
     *
     * @param type its binary name
     * @param by the class that reaches it
     * @param file the source file of that class
     * @param line the line, 0 where unknown
     */
    public record ClassUse(String type, String by, String file, int line) {}
}
