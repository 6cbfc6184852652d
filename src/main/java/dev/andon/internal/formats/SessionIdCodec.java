package dev.andon.internal.formats;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The session ids in JaCoCo's exec files: {@code andon/<build>/<class>;<class>…}, and {@code andon/<build>/set-up/<class>}
 * for what ran while a test class was set up. Behind the classes stands {@code /finished} once they have ended.
 */
public final class SessionIdCodec {
    private static final String PREFIX = "andon/";

    // No binary name contains these characters.
    private static final String AFTER_BUILD = "/";
    private static final String BETWEEN_CLASSES = ";";
    private static final String SET_UP = "set-up/";
    private static final String FINISHED = "/finished";

    // An exec file holds 65,535 bytes of modified UTF-8, in which a character takes three at most.
    private static final int LONGEST = 21_000;

    private SessionIdCodec() {}

    /** Returns the text of the id; the classes are left out where it would be too long for an exec file. */
    public static String encode(SessionId id) {
        String start = PREFIX
                + URLEncoder.encode(id.build(), StandardCharsets.UTF_8)
                + AFTER_BUILD
                + (id.setUp() ? SET_UP : "");
        String text = start + String.join(BETWEEN_CLASSES, new TreeSet<>(id.testClasses()));
        return (text.length() <= LONGEST ? text : start) + (id.finished() ? FINISHED : "");
    }

    /** Returns the id; empty for a session that Andon did not name. */
    public static Optional<SessionId> decode(String text) {
        int end = text.indexOf(AFTER_BUILD, PREFIX.length());
        if (!text.startsWith(PREFIX) || end < 0) {
            return Optional.empty();
        }
        boolean setUp = text.startsWith(SET_UP, end + 1);
        boolean finished = text.endsWith(FINISHED) && text.length() - FINISHED.length() > end;
        String names = text.substring(
                end + 1 + (setUp ? SET_UP.length() : 0), text.length() - (finished ? FINISHED.length() : 0));
        Set<String> classes = new TreeSet<>();
        for (String name : names.split(BETWEEN_CLASSES, -1)) {
            if (!name.isEmpty()) {
                classes.add(name);
            }
        }
        try {
            String build = URLDecoder.decode(text.substring(PREFIX.length(), end), StandardCharsets.UTF_8);
            return Optional.of(new SessionId(build, classes, setUp, finished));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
