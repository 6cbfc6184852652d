package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP method in the name of a client's method: {@code get}, {@code postForObject}, {@code prepareGet}, {@code GET}. */
public final class HttpVerbs {

    /** A pattern of methods that are named after a verb and nothing else. */
    static final String PLAIN = "(?i:get|post|put|patch|delete|head|options)";

    /** The same for Kotlin, where default arguments need a method of their own. */
    static final String KOTLIN = PLAIN + "(?:\\$default)?";

    private static final Pattern NAME = Pattern.compile(
            "(?:prepare|build|do|execute|send)?("
                    + "(?i:get|post|put|patch|delete|head|options)|multipart)(?:Request|Async|Abs|Absolute|SSL|For[A-Z]\\w*)?(?:\\$default)?");

    private HttpVerbs() {}

    /** Returns the verb that a method is named after. */
    public static Optional<String> in(String methodName) {
        Matcher matcher = NAME.matcher(methodName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String verb = matcher.group(1).toUpperCase(Locale.ROOT);
        return Optional.of(verb.equals("MULTIPART") ? "POST" : verb);
    }

    /** Returns whether the text is the name of a verb. */
    public static boolean isVerb(String text) {
        return MappedPaths.VERBS.contains(text);
    }

    /** Returns whether one of the arguments is the status of a refusal. */
    static boolean isRefusal(List<Value> arguments) {
        return arguments.stream()
                .anyMatch(value -> (value instanceof Value.Numeral status
                                && (status.number().intValue() == 401
                                        || status.number().intValue() == 403))
                        || (value instanceof Value.Field field && field.name().matches("UNAUTHORIZED|FORBIDDEN")));
    }
}
