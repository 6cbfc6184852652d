package dev.andon.internal.canary.spec;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many failures page: {@code 3/5} is three of the last five runs, {@code 3 in a row} is {@code 3/3}.
 *
 * @param failures how many runs must have failed
 * @param window of how many last runs
 */
public record Tolerance(int failures, int window) {
    private static final Pattern OF = Pattern.compile("(\\d{1,4})\\s*/\\s*(\\d{1,4})");
    private static final Pattern IN_A_ROW = Pattern.compile("(\\d{1,4}) in a row");

    /** Returns the policy; empty where the text is none, or asks for more failures than runs. */
    public static Optional<Tolerance> parse(String text) {
        Matcher of = OF.matcher(text.trim());
        if (of.matches()) {
            return valid(Integer.parseInt(of.group(1)), Integer.parseInt(of.group(2)));
        }
        Matcher row = IN_A_ROW.matcher(text.trim());
        return row.matches() ? valid(Integer.parseInt(row.group(1)), Integer.parseInt(row.group(1))) : Optional.empty();
    }

    private static Optional<Tolerance> valid(int failures, int window) {
        return failures >= 1 && failures <= window ? Optional.of(new Tolerance(failures, window)) : Optional.empty();
    }

    /**
     * Returns the tolerances of a settings file.
     *
     * @param written the text of each, by the canary's name
     * @throws CanaryConfigurationException naming the first canary whose text is malformed
     */
    public static Map<String, Tolerance> ofSettings(Map<String, String> written) {
        Map<String, Tolerance> tolerances = new TreeMap<>();
        written.forEach((canary, text) -> tolerances.put(
                canary,
                parse(text)
                        .orElseThrow(() -> new CanaryConfigurationException("`tolerance` of " + canary + ": " + text
                                + " is malformed: write failures/runs such as 3/5, not more failures than runs, or 3 in a"
                                + " row"))));
        return tolerances;
    }

    /** Returns whether one failed run alone pages somebody. */
    public boolean tripsOnOne() {
        return failures == 1;
    }
}
