package dev.andon.internal.junit;

import dev.andon.internal.evidence.ledger.Nesting;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/** Sees what the launcher is asked for; JUnit's launcher finds it by {@code META-INF/services}. */
public final class DiscoveryListener implements LauncherDiscoveryListener {

    private final Nesting nesting;
    private final ReadinessWithoutChecks unchecked;

    public DiscoveryListener() {
        this(Nesting.OF_THIS_JVM, ReadinessWithoutChecks.OF_THIS_JVM);
    }

    DiscoveryListener(Nesting nesting, ReadinessWithoutChecks unchecked) {
        this.nesting = nesting;
        this.unchecked = unchecked;
    }

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        if (nesting.insideTest()) {
            return;
        }
        SurefireVersion.remember();
        TestSelection.remember(request);
        unchecked.look(request);
        UnselectedReadiness.warning(
                        request, SurefireVersion.isRunning() && !UnselectedReadiness.chosen(System::getProperty))
                .ifPresent(DiscoveryListener::print);
    }

    /** Where a build is read: no test can carry it, for none is selected. */
    @SuppressWarnings("SystemOut")
    private static void print(String warning) {
        System.out.println(warning);
    }
}
