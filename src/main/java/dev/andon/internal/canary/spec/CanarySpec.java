package dev.andon.internal.canary.spec;

import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.text.Durations;
import java.time.Duration;
import java.util.Optional;

/**
 * What one canary declares, checked.
 *
 * @param className its binary name
 * @param name how it names itself
 * @param operation its key operation
 * @param route the route of the operation; empty where it has none
 * @param every the interval
 * @param timeout the time for one run
 * @param degradedAfter when a right answer is too slow
 * @param owner who is paged; may be empty
 * @param runbook what to do; may be empty
 * @param tolerance when somebody is paged
 * @param retries 0 or 1
 */
public record CanarySpec(
        String className,
        String name,
        String operation,
        String route,
        Optional<Duration> every,
        Optional<Duration> timeout,
        Optional<Duration> degradedAfter,
        String owner,
        String runbook,
        Optional<Tolerance> tolerance,
        int retries) {

    /** The bound of a canary that declares none. */
    public static final Duration LONGEST = Duration.ofSeconds(30);

    /**
     * Checks what is written; empty attributes are left to the practices.
     *
     * @throws CanaryConfigurationException naming the attribute at fault
     */
    public static CanarySpec of(CanaryDeclaration written) {
        if (written.operation().isBlank()) {
            throw misuse(written, "operation", written.operation(), "name the key operation in the users' words");
        }
        if (!written.name().isEmpty() && !CanaryName.valid(written.name())) {
            throw misuse(written, "name", written.name(), "write lower-case letters, digits and dashes");
        }
        if (written.route().trim().startsWith("/")) {
            throw misuse(
                    written,
                    "route",
                    written.route(),
                    "write the verb too, for example GET " + written.route().trim());
        }
        if (written.retries() < 0 || written.retries() > 1) {
            throw misuse(
                    written, "retries", String.valueOf(written.retries()), "retry once at most: more hides failures");
        }
        return new CanarySpec(
                written.className(),
                CanaryName.of(written.name(), written.className()),
                written.operation().trim(),
                written.route().trim(),
                duration(written, "every", written.every()),
                duration(written, "timeout", written.timeout()),
                duration(written, "degradedAfter", written.degradedAfter()),
                written.owner().trim(),
                written.runbook().trim(),
                tolerance(written),
                written.retries());
    }

    /** Returns the bound of one run. */
    public Duration bound() {
        return timeout.orElse(LONGEST);
    }

    private static Optional<Duration> duration(CanaryDeclaration written, String attribute, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Durations.parse(text)
                .orElseThrow(() -> misuse(written, attribute, text, "write a duration such as 500ms, 10s or 1m")));
    }

    private static Optional<Tolerance> tolerance(CanaryDeclaration written) {
        if (written.tolerance().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Tolerance.parse(written.tolerance())
                .orElseThrow(() -> misuse(
                        written, "tolerance", written.tolerance(), "write failures/runs such as 3/5, or 3 in a row")));
    }

    private static CanaryConfigurationException misuse(
            CanaryDeclaration written, String attribute, String text, String fix) {
        return new CanaryConfigurationException(
                "@Canary(" + attribute + " = \"" + text + "\") on " + written.className() + ": " + fix);
    }
}
