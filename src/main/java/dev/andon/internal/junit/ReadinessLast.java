package dev.andon.internal.junit;

import dev.andon.internal.text.BuildTestRun;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes Jupiter order its classes by {@link ReadinessLastOrderer} until the launcher session closes, and fails a session
 * that would have ignored a readiness class or its failing tests. Outside of builds the order changes only once a
 * readiness class is asked for. JUnit's launcher finds it by {@code META-INF/services}.
 */
public final class ReadinessLast implements LauncherSessionListener {

    static final String PROPERTY = "junit.jupiter.testclass.order.default";

    private static int openSessions;
    private static boolean ordering;
    private static @Nullable String users;

    private final BooleanSupplier build;

    public ReadinessLast() {
        this(BuildTestRun::isThisJvm);
    }

    ReadinessLast(BooleanSupplier build) {
        this.build = build;
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        synchronized (ReadinessLast.class) {
            openSessions++;
        }
        if (build.getAsBoolean()) {
            beginOrdering();
        }
    }

    static boolean isOpen() {
        synchronized (ReadinessLast.class) {
            return openSessions > 0;
        }
    }

    /** Sets our orderer for the sessions that are open; does nothing where none is, or it is set already. */
    static void beginOrdering() {
        synchronized (ReadinessLast.class) {
            if (openSessions == 0 || ordering) {
                return;
            }
            ordering = true;
            String before = System.getProperty(PROPERTY);
            users = ReadinessLastOrderer.class.getName().equals(before) ? null : before;
            System.setProperty(PROPERTY, ReadinessLastOrderer.class.getName());
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        synchronized (ReadinessLast.class) {
            if (--openSessions > 0) {
                return;
            }
            ExtensionDetection.restore();
            endOrdering();
        }
        ReadinessWithoutChecks.OF_THIS_JVM.failIfAny();
        UnreportedFailures.OF_THIS_JVM.failIfAny();
    }

    private static void endOrdering() {
        if (!ordering) {
            return;
        }
        ordering = false;
        if (users == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, users);
            users = null;
        }
    }

    /** The orderer that the user's system property named before we set ours; null where it named none. */
    static @Nullable String usersOrderer() {
        synchronized (ReadinessLast.class) {
            return users;
        }
    }
}
