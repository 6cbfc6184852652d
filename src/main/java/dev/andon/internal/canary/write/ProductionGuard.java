package dev.andon.internal.canary.write;

import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.text.BuildTestRun;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Stops a canary that would contact production from within a build. Surefire and Failsafe cannot be told apart from inside,
 * so a deploy gate that runs in a build must be allowed explicitly.
 */
final class ProductionGuard {
    private static final Set<String> NAMES = Set.of("production", "prod", "live", "prd");

    private ProductionGuard() {}

    /** Returns whether the target is production; an unnamed environment that is not this machine counts as production. */
    static boolean production(URI target, String environment) {
        String first = environment.toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0];
        return NAMES.contains(first) || (environment.equals(ConfiguredTarget.UNNAMED) && !loopback(target));
    }

    static boolean loopback(URI target) {
        String host = target.getHost();
        return host.equalsIgnoreCase("localhost")
                || host.startsWith("127.")
                || host.equals("[::1]")
                || host.endsWith(".localhost");
    }

    static void check(URI target, String environment, CanarySettings settings, Predicate<String> systemProperty) {
        if (production(target, environment)
                && BuildTestRun.is(systemProperty)
                && settings.value(CanarySettings.PRODUCTION)
                        .filter("allowed"::equals)
                        .isEmpty()) {
            throw new CanaryConfigurationException("the target " + target + " (environment " + environment
                    + ") is production, and this is the test run of a build: unset " + CanarySettings.TARGET
                    + ", name another " + CanarySettings.ENVIRONMENT + ", or, for a deploy gate, set "
                    + CanarySettings.PRODUCTION + "=allowed");
        }
    }
}
