package dev.andon.internal.order;

import dev.andon.internal.evidence.ledger.Nesting;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/** Sees what the launcher is asked for; JUnit's launcher finds it by {@code META-INF/services}. */
public final class DiscoveryListener implements LauncherDiscoveryListener {

    private final Nesting nesting;
    private final Unchecked unchecked;

    public DiscoveryListener() {
        this(Nesting.OF_THIS_JVM, Unchecked.OF_THIS_JVM);
    }

    DiscoveryListener(Nesting nesting, Unchecked unchecked) {
        this.nesting = nesting;
        this.unchecked = unchecked;
    }

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        if (nesting.insideTest()) {
            return;
        }
        Surefire.remember();
        Selection.remember(request);
        unchecked.look(request);
        Unselected.warning(request, Surefire.isRunning() && !Unselected.chosen(System::getProperty))
                .ifPresent(DiscoveryListener::print);
    }

    /** Where a build is read: no test can carry it, for none is selected. */
    @SuppressWarnings("SystemOut")
    private static void print(String warning) {
        System.out.println(warning);
    }
}
