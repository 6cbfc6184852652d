package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.internal.formats.CanaryDeclaration;
import java.util.List;
import java.util.Map;

/**
 * A canary, and what its own module's build says of it.
 *
 * @param written what its annotation holds
 * @param practices the practices that its class file decides
 * @param uses the classes that it reaches of other modules and artefacts
 * @param classes the checksums of the classes that it is made of, by their names
 */
public record JudgedCanary(
        CanaryDeclaration written, List<PracticeResult> practices, List<Use> uses, Map<String, String> classes) {

    /**
     * A class that a canary reaches.
     *
     * @param type its binary name
     * @param by the class that reaches it
     * @param file that class's source file
     * @param line the line, 0 where unknown
     */
    public record Use(String type, String by, String file, int line) {}
}
