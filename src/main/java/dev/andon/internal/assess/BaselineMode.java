package dev.andon.internal.assess;

import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.text.AndonVariables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is to happen to the baseline, besides that it is applied. */
public enum BaselineMode {
    /** Nothing. */
    APPLY,
    /** Today's violations become the known ones. */
    CREATE,
    /** What is fixed is removed. */
    UPDATE;

    /** The configuration parameter. */
    public static final String KEY = "andon.baseline";

    /** What build servers set; that of most is the first. */
    private static final List<String> BUILD_SERVERS = List.of(
            "CI", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TF_BUILD", "TEAMCITY_VERSION", "CODEBUILD_BUILD_ID");

    /**
     * Reads the parameter.
     *
     * @param configured its value, wherever it is set
     * @param property its value as a system property
     * @throws ConfigurationException if it is unknown, comes from a file that every build reads, or is set on a build
     *     server: a baseline never grows by itself
     */
    public static BaselineMode of(
            Optional<String> configured, Optional<String> property, Map<String, String> environment) {
        Optional<String> asked = property.or(() -> Optional.ofNullable(environment.get(AndonVariables.nameOf(KEY))));
        if (configured.isPresent() && asked.isEmpty()) {
            throw new ConfigurationException(
                    KEY + " = " + configured.get()
                            + " stands in a file, so every build would record what it finds: pass it on the command line, once");
        }
        return asked.map(word -> of(word, environment)).orElse(APPLY);
    }

    /**
     * Reads the word of a command line.
     *
     * @throws ConfigurationException if it is unknown, or this is a build server
     */
    public static BaselineMode of(String word, Map<String, String> environment) {
        BaselineMode mode =
                switch (word.trim().toLowerCase(Locale.ROOT)) {
                    case "create" -> CREATE;
                    case "update" -> UPDATE;
                    default -> throw new ConfigurationException(KEY + " = " + word + ": write create or update");
                };
        BUILD_SERVERS.stream()
                .filter(name -> !environment.getOrDefault(name, "false").equals("false"))
                .findFirst()
                .ifPresent(name -> {
                    throw new ConfigurationException(KEY + " = " + word + " on a build server (" + name
                            + " is set): create or update the baseline where its change is reviewed and committed");
                });
        return mode;
    }

    /** Returns the word of the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
