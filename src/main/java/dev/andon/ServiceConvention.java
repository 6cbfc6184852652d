package dev.andon;

import java.util.Set;
import org.apiguardian.api.API;

/**
 * Decides which classes are services, in addition to the entry points of the frameworks that Andon knows. A readiness
 * class names it by {@link OperationalReadiness#conventions}. It needs a public no-argument constructor in a public
 * class; otherwise {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} is thrown before any check runs.
 *
 * <pre>{@code
 * public class JobsAreServices implements ServiceConvention {
 *     public boolean isService(Candidate candidate) {
 *         return candidate.superTypes().contains("com.acme.Job") && !candidate.isAbstract();
 *     }
 * }
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ServiceConvention {

    /** Returns whether the class is a service. It is called for every production class, and must not load the class. */
    boolean isService(Candidate candidate);

    /**
     * A production class that may be a service, as read from its class file.
     *
     * @param className its binary name
     * @param isAbstract whether it is abstract or an interface
     * @param annotations the names of its annotations and theirs, as far as they are on the class path
     * @param superTypes the names of its superclasses and interfaces, as far as they are on the class path
     * @since 0.1
     */
    record Candidate(String className, boolean isAbstract, Set<String> annotations, Set<String> superTypes) {

        /** Copies the sets. */
        public Candidate {
            annotations = Set.copyOf(annotations);
            superTypes = Set.copyOf(superTypes);
        }
    }
}
