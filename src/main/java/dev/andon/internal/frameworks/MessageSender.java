package dev.andon.internal.frameworks;

import java.util.regex.Pattern;

/**
 * A call that sends a message to a broker, and the listeners that may get it.
 *
 * @param calls the calls
 * @param listeners the annotations of the listeners
 * @param byBinding whether settings or the broker, and not the name in the call alone, decide which listener gets it
 */
public record MessageSender(CallRule calls, Pattern listeners, boolean byBinding) {

    /** What stands for the annotation of a listener where a bean of a function is one. */
    public static final String FUNCTION = "function";

    static MessageSender direct(String owners, String names, String listeners) {
        return new MessageSender(CallRule.of(owners, names), Pattern.compile(listeners), false);
    }

    static MessageSender bound(String owners, String names, String listeners) {
        return new MessageSender(CallRule.of(owners, names), Pattern.compile(listeners), true);
    }
}
