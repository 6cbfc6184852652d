package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call that sends a message to a broker, and the listeners that may get it.
 *
 * @param calls the calls
 * @param listeners the annotations of the listeners
 * @param byBinding whether settings or the broker, and not the name in the call alone, decide which listener gets it
 * @param defaultSetting the setting that names the destination where the call names none; empty if there is no such setting
 * @param mappedBelow what may stand before the mapping of a listener, where listeners have mappings as routes have; else null
 */
public record MessageSender(
        CallRule calls,
        Pattern listeners,
        boolean byBinding,
        String defaultSetting,
        @Nullable Pattern mappedBelow) {

    private static final String OBJECT = "java.lang.Object";
    private static final Pattern NAMING = Pattern.compile("java\\.lang\\.String|(jakarta|javax)\\.jms\\.\\w+");

    /** What stands for the annotation of a listener where a bean of a function is one. */
    public static final String FUNCTION = "function";

    private static final CallRule SETS_DEFAULT = CallRule.of(
            "org\\.springframework\\.(kafka|jms)\\.core\\..*", "setDefault(Topic|DestinationName|Destination)");

    static MessageSender direct(String owners, String names, String listeners) {
        return new MessageSender(CallRule.of(owners, names), Pattern.compile(listeners), false, "", null);
    }

    /** Returns the same sender, whose calls may leave the destination to a setting. */
    MessageSender byDefault(String setting) {
        return new MessageSender(calls, listeners, byBinding, setting, mappedBelow);
    }

    /** Returns whether a call names the destination of those calls to the same kind of broker that name none. */
    public boolean isDefaultSetBy(Call call) {
        return !defaultSetting.isEmpty()
                && SETS_DEFAULT.matches(call.owner(), call.name())
                && call.owner()
                        .startsWith("org.springframework." + defaultSetting.split("\\.", -1)[1] + ".");
    }

    /** Returns whether a call leaves the destination to the setting. */
    public boolean takesDefault(Call call) {
        List<String> parameters = MethodKey.of(call).parameterTypes();
        // A destination of any type comes before the message, as in JmsMessagingTemplate.
        boolean twoObjects = parameters.size() > 1 && parameters.subList(0, 2).equals(List.of(OBJECT, OBJECT));
        return !defaultSetting.isEmpty()
                && (call.name().equals("sendDefault")
                        || parameters.isEmpty()
                        || !(twoObjects || NAMING.matcher(parameters.get(0)).matches()));
    }

    static MessageSender bound(String owners, String names, String listeners) {
        return new MessageSender(CallRule.of(owners, names), Pattern.compile(listeners), true, "", null);
    }

    static MessageSender mapped(String owners, String names, String listeners, String below) {
        return new MessageSender(
                CallRule.of(owners, names), Pattern.compile(listeners), false, "", Pattern.compile(below));
    }
}
