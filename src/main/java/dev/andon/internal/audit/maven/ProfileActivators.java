package dev.andon.internal.audit.maven;

import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Activation;
import org.apache.maven.model.ActivationProperty;
import org.apache.maven.model.Profile;
import org.apache.maven.model.building.ModelProblemCollector;
import org.apache.maven.model.profile.DefaultProfileActivationContext;
import org.apache.maven.model.profile.ProfileActivationContext;
import org.apache.maven.model.profile.activation.JdkVersionProfileActivator;
import org.apache.maven.model.profile.activation.ProfileActivator;
import org.apache.maven.model.profile.activation.PropertyProfileActivator;

/**
 * Which profiles are on in a build in which none is chosen. What hangs on the environment of that build is off here: it
 * cannot be determined, and the environment of an audit says nothing about it.
 */
final class ProfileActivators {

    private ProfileActivators() {}

    /** Returns Maven's, with those replaced that would look at the environment. */
    static ProfileActivator[] of(ProfileActivator[] usual) {
        return Stream.of(usual)
                .map(activator -> activator instanceof PropertyProfileActivator
                        ? new ByProperty()
                        : activator instanceof JdkVersionProfileActivator ? new ByJdk() : activator)
                .toArray(ProfileActivator[]::new);
    }

    /** Returns whether the environment or the system properties of the build decide whether a profile is on. */
    static boolean dependOnEnvironment(Profile profile) {
        Activation activation = profile.getActivation();
        if (activation == null) {
            return false;
        }
        ActivationProperty property = activation.getProperty();
        String name = property == null || property.getName() == null ? "" : property.getName();
        String file = activation.getFile() == null
                ? ""
                : activation.getFile().getExists() + " " + activation.getFile().getMissing();
        return isOutside(name.startsWith("!") ? name.substring(1) : name)
                || file.contains("${env.")
                || file.contains("${user.");
    }

    private static boolean isOutside(String name) {
        return Stream.of("env.", "java.", "os.", "user.", "file.", "path.", "line.")
                .anyMatch(name::startsWith);
    }

    private static final class ByProperty extends PropertyProfileActivator {
        @Override
        public boolean isActive(Profile profile, ProfileActivationContext context, ModelProblemCollector problems) {
            return !dependOnEnvironment(profile) && super.isActive(profile, context, problems);
        }
    }

    /** Compares with the JDK of this JVM, which poms otherwise do not get to see. */
    private static final class ByJdk extends JdkVersionProfileActivator {
        @Override
        public boolean isActive(Profile profile, ProfileActivationContext context, ModelProblemCollector problems) {
            Properties version = new Properties();
            version.setProperty("java.version", System.getProperty("java.version", ""));
            return super.isActive(
                    profile, new DefaultProfileActivationContext().setSystemProperties(version), problems);
        }
    }
}
