package dev.andon.internal.canary.run;

import dev.andon.internal.canary.spec.CanaryDeclarations;
import dev.andon.internal.canary.spec.CanarySpec;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A canary that can be run.
 *
 * @param type its class, not initialised
 * @param spec what it declares; where that is malformed, its name and operation alone, and its run says what is wrong
 * @param tags its JUnit tags
 */
public record LoadedCanary(Class<?> type, CanarySpec spec, Set<String> tags) {

    /** Returns the canary of a class that is annotated as one. */
    public static LoadedCanary of(Class<?> type) {
        return new LoadedCanary(
                type,
                CanaryDeclarations.specOrUsual(type),
                AnnotationSupport.findRepeatableAnnotations(type, Tag.class).stream()
                        .map(Tag::value)
                        .collect(Collectors.toSet()));
    }

    /** Returns the canary's name. */
    public String name() {
        return spec.name();
    }
}
