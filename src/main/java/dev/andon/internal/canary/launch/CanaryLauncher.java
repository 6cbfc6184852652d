package dev.andon.internal.canary.launch;

import java.util.Map;
import java.util.ServiceLoader;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a canary by a launcher of its own, without the listeners of a build. */
public final class CanaryLauncher {
    private static final String JUPITER = "junit-jupiter";
    private static final LauncherConfig ALONE = alone();

    private CanaryLauncher() {}

    /** The engine is looked for once: to find one means to look into each jar of the class path. It keeps no state. */
    private static LauncherConfig alone() {
        LauncherConfig.Builder config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false);
        ServiceLoader.load(TestEngine.class, CanaryLauncher.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.getId().equals(JUPITER))
                .findFirst()
                .ifPresent(
                        engine -> config.enableTestEngineAutoRegistration(false).addTestEngines(engine));
        return config.build();
    }

    /**
     * Runs it once on this thread. What is discovered runs only once, so each run discovers anew.
     *
     * @param parameters the configuration parameters
     * @throws org.junit.platform.commons.JUnitException if the class cannot be discovered
     */
    public static void run(Class<?> canary, Map<String, String> parameters, TestExecutionListener listener) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(canary))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false");
        parameters.forEach(request::configurationParameter);
        LauncherFactory.create(ALONE).execute(request.build(), listener);
    }

    /** Returns what a canary run with these parameters reads: also JVM properties and {@code junit-platform.properties}. */
    public static ConfigurationParameters configuration(Map<String, String> parameters) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        parameters.forEach(request::configurationParameter);
        return LauncherFactory.create(ALONE).discover(request.build()).getConfigurationParameters();
    }
}
