package dev.andon.internal.canary.write;

import java.util.Map;

/** The name of the target's environment, as runs record it. */
public final class TargetEnvironment {
    private TargetEnvironment() {}

    /**
     * Returns the environment that these parameters, or the environment variables, name; empty without a target.
     *
     * @throws dev.andon.internal.canary.spec.CanaryConfigurationException if the target is malformed
     */
    public static String of(Map<String, String> parameters) {
        return new ConfiguredTarget(CanarySettings.of(parameters), new Secrets()).environment();
    }

    /** Returns where the runner stands, as configured; empty where it is not. */
    public static String location(Map<String, String> parameters) {
        return CanarySettings.of(parameters).value(CanarySettings.LOCATION).orElse("");
    }
}
