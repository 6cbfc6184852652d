package dev.andon.internal.canary.spec;

import dev.andon.Canary;
import dev.andon.internal.formats.CanaryDeclaration;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads what the classes of canaries declare. */
public final class CanaryDeclarations {
    private CanaryDeclarations() {}

    /** Returns what a class, or the class around it, declares; empty where it is no canary. */
    public static Optional<CanaryDeclaration> of(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            Optional<Canary> found = AnnotationSupport.findAnnotation(outer, Canary.class);
            if (found.isPresent()) {
                return Optional.of(written(outer, found.get()));
            }
        }
        return Optional.empty();
    }

    /** Returns what a canary declares; where that is malformed, its name and operation alone. */
    public static CanarySpec specOrUsual(Class<?> type) {
        CanaryDeclaration written = of(type).orElseThrow();
        try {
            return CanarySpec.of(written);
        } catch (CanaryConfigurationException malformed) {
            String operation = written.operation().isBlank() ? "unknown" : written.operation();
            return CanarySpec.of(new CanaryDeclaration(
                    written.className(), "", operation, "", "", "", "", written.owner(), written.runbook(), "", 0));
        }
    }

    private static CanaryDeclaration written(Class<?> type, Canary canary) {
        return new CanaryDeclaration(
                type.getName(),
                canary.name(),
                canary.operation(),
                canary.route(),
                canary.every(),
                canary.timeout(),
                canary.degradedAfter(),
                canary.owner(),
                canary.runbook(),
                canary.tolerance(),
                canary.retries());
    }
}
