package dev.andon.internal.audit.maven;

import java.util.List;
import java.util.Map;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;

/**
 * A module's pom, with what it inherits.
 *
 * @param model what it says in effect, in a build in which no profile is chosen
 *
 * @param commandLine what the project adds to every command line, which overrides the pom
 * @param missingParents the ids of the parents that are nowhere on this machine: what they say is not known
 * @param inactive the profiles that are not on, its own and those of its parents, by id
 */
public record Pom(
        Model model, CommandLineFiles commandLine, List<String> missingParents, Map<String, List<Profile>> inactive) {

    /** Returns whether the environment of the build decides whether a profile is on: that is not known here. */
    boolean dependsOnEnvironment(String profile) {
        return inactive.getOrDefault(profile, List.of()).stream().anyMatch(ProfileActivators::dependOnEnvironment);
    }

    /** Returns whether all poms that it inherits from were found. */
    public boolean complete() {
        return missingParents.isEmpty();
    }
}
