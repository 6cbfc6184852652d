package dev.andon;

import java.util.Set;
import org.apiguardian.api.API;

/**
 * Says which classes are services, beyond the framework entry points that are understood without it. Named by
 * {@link OperationalReadiness#conventions}; needs a public no-argument constructor.
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

    /** Returns whether the class is a service. Must not load the class. */
    boolean isService(Candidate candidate);

    /**
     * A production class that may be a service, as its class file tells it.
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
