package dev.andon.internal.canary.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * What one canary declares, checked.
 *
 * @param className its binary name
 * @param name how it names itself
 * @param operation its key operation
 * @param of the route of the operation; empty where it has none
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
        String of,
        Optional<Duration> every,
        Optional<Duration> timeout,
        Optional<Duration> degradedAfter,
        String owner,
        String runbook,
        Optional<Tolerance> tolerance,
        int retries) {

    /** The bound of a canary that declares none. */
    public static final Duration LONGEST = Duration.ofSeconds(30);

    /** What an annotation holds, unchecked. */
    public record Written(
            String className,
            String name,
            String operation,
            String of,
            String every,
            String timeout,
            String degradedAfter,
            String owner,
            String runbook,
            String tolerance,
            int retries) {}

    /**
     * Checks what is written; empty attributes are left to the practices.
     *
     * @throws CanaryConfigurationException naming the attribute at fault
     */
    public static CanarySpec of(Written written) {
        if (written.operation().isBlank()) {
            throw misuse(written, "operation", written.operation(), "name the key operation in the users' words");
        }
        if (!written.name().isEmpty() && !CanaryName.valid(written.name())) {
            throw misuse(written, "name", written.name(), "write lower-case letters, digits and dashes");
        }
        if (written.of().trim().startsWith("/")) {
            throw misuse(
                    written,
                    "of",
                    written.of(),
                    "write the verb too, for example GET " + written.of().trim());
        }
        if (written.retries() < 0 || written.retries() > 1) {
            throw misuse(
                    written, "retries", String.valueOf(written.retries()), "retry once at most: more hides failures");
        }
        return new CanarySpec(
                written.className(),
                CanaryName.of(written.name(), written.className()),
                written.operation().trim(),
                written.of().trim(),
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

    private static Optional<Duration> duration(Written written, String attribute, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Durations.parse(text)
                .orElseThrow(() -> misuse(written, attribute, text, "write a duration such as 500ms, 10s or 1m")));
    }

    private static Optional<Tolerance> tolerance(Written written) {
        if (written.tolerance().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Tolerance.parse(written.tolerance())
                .orElseThrow(() -> misuse(
                        written, "tolerance", written.tolerance(), "write failures/runs such as 3/5, or 3 in a row")));
    }

    private static CanaryConfigurationException misuse(Written written, String attribute, String text, String fix) {
        return new CanaryConfigurationException(
                "@Canary(" + attribute + " = \"" + text + "\") on " + written.className() + ": " + fix);
    }
}
