package dev.andon.internal.junit;

import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes Jupiter order its classes by {@link ReadinessLastOrderer} while a launcher session is open, and fails the session
 * in which a readiness class or its failing rows would have been ignored. JUnit's launcher finds it by {@code META-INF/services}.
 */
public final class ReadinessLast implements LauncherSessionListener {

    static final String PROPERTY = "junit.jupiter.testclass.order.default";

    private static int open;
    private static @Nullable String users;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        synchronized (ReadinessLast.class) {
            if (open++ > 0) {
                return;
            }
            String before = System.getProperty(PROPERTY);
            users = ReadinessLastOrderer.class.getName().equals(before) ? null : before;
            System.setProperty(PROPERTY, ReadinessLastOrderer.class.getName());
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        synchronized (ReadinessLast.class) {
            if (--open > 0) {
                return;
            }
            if (users == null) {
                System.clearProperty(PROPERTY);
            } else {
                System.setProperty(PROPERTY, users);
                users = null;
            }
        }
        ReadinessWithoutChecks.OF_THIS_JVM.failIfAny();
        UnreportedFailures.OF_THIS_JVM.failIfAny();
    }

    /** The orderer that a system property of the user named before ours took its place; null where none did. */
    static @Nullable String usersOrderer() {
        synchronized (ReadinessLast.class) {
            return users;
        }
    }
}
