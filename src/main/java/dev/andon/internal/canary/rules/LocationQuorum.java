package dev.andon.internal.canary.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many locations must see a failure before somebody is paged.
 *
 * @param failing how many must see it
 * @param locations how many there are, each with a runner of its own
 */
public record LocationQuorum(int failing, int locations) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3})\\s*/\\s*(\\d{1,3})");

    /** A single runner, or several that each page for themselves. */
    public static final LocationQuorum EACH = new LocationQuorum(1, 1);

    /** Returns what {@code 2/3} says; empty for any other text, and where it asks for more locations than there are. */
    public static Optional<LocationQuorum> parse(String text) {
        Matcher written = WRITTEN.matcher(text.trim());
        if (!written.matches()) {
            return Optional.empty();
        }
        LocationQuorum quorum =
                new LocationQuorum(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
        return quorum.failing() >= 1 && quorum.failing() <= quorum.locations() ? Optional.of(quorum) : Optional.empty();
    }
}
