package dev.andon.internal.junit;

import dev.andon.internal.evidence.coverage.AttributionListener;
import dev.andon.internal.evidence.ledger.Nesting;
import dev.andon.internal.evidence.ledger.RecordedPlans;
import dev.andon.internal.text.BuildTestRun;
import java.util.Set;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Looks at what the launcher is asked for: how it was selected, whether readiness classes are among it, and whether they
 * would run. JUnit's launcher finds it by {@code META-INF/services}.
 */
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
        TestSelection.remember(request);
        Set<Class<?>> readiness = SelectedReadinessClasses.of(request);
        if (!readiness.isEmpty()) {
            ReadinessLast.beginOrdering();
            unchecked.addFrom(readiness);
        }
        boolean recorded = !readiness.isEmpty() || RecordedPlans.include(request.getConfigurationParameters());
        if (recorded && AttributionListener.hasAgent()) {
            ExtensionDetection.enable(request.getConfigurationParameters()::get);
        }
        if (BuildTestRun.isThisJvm()) {
            SurefireVersion.remember();
            boolean all = SurefireVersion.isRunning() && !UnselectedReadiness.chosen(System::getProperty);
            UnselectedReadiness.warning(request, all).ifPresent(DiscoveryListener::print);
            UnselectedReadiness.neverRun(request, all).ifPresent(DiscoveryListener::print);
        }
    }

    /** Printed, for no test of this run can carry the warning. */
    @SuppressWarnings("SystemOut")
    private static void print(String warning) {
        System.out.println(warning);
    }
}
