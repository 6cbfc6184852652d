package dev.andon.internal.evidence.coverage;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The id of a JaCoCo session that belongs to test classes: {@code andon/<build>/<class>;<class>…}.
 *
 * @param build the build that ran them
 * @param testClasses the binary names of the classes that were open while the data gathered, in order: one where the data
 *     is its own, several where they ran at the same time and nobody can tell whose it is; none where they were too many
 *     to name
 */
record SessionName(String build, Set<String> testClasses) {

    private static final String PREFIX = "andon/";
    // Neither may stand in a binary name, so both are safe to part names with.
    private static final String AFTER_BUILD = "/";
    private static final String BETWEEN_CLASSES = ";";
    // The exec format holds 65,535 bytes of modified UTF-8, in which a character takes three at most.
    private static final int LONGEST = 21_000;

    static String encode(String build, Collection<String> testClasses) {
        String start = PREFIX + URLEncoder.encode(build, StandardCharsets.UTF_8) + AFTER_BUILD;
        String id = start + String.join(BETWEEN_CLASSES, new TreeSet<>(testClasses));
        return id.length() <= LONGEST ? id : start;
    }

    /** Returns what the id says; empty for a session of somebody else, or one that nobody can read. */
    static Optional<SessionName> decode(String id) {
        if (!id.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int end = id.indexOf(AFTER_BUILD, PREFIX.length());
        if (end < 0) {
            return Optional.empty();
        }
        Set<String> classes = new TreeSet<>();
        for (String name : id.substring(end + 1).split(BETWEEN_CLASSES, -1)) {
            if (!name.isEmpty()) {
                classes.add(name);
            }
        }
        try {
            String build = URLDecoder.decode(id.substring(PREFIX.length(), end), StandardCharsets.UTF_8);
            return Optional.of(new SessionName(build, classes));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
