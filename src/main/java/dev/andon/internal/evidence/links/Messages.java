package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.MessageSender;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages that a test sends to a broker, and which listeners get them. */
final class Messages {

    private static final Set<MessageSender> SENDERS = Frameworks.union(Framework::messageSenders);

    private final ValueFlow flow;
    private final StringResolver texts;
    private final List<Sent> sent = new ArrayList<>();

    /** The destinations that the code sets, by the setting that they go before. */
    private final Map<String, List<String>> defaults = new HashMap<>();

    private record Sent(
            MessageSender by,
            boolean byDefault,
            List<String> names,
            String place,
            @Nullable String method) {}

    /**
     * A listener that gets a message.
     *
     * @param certain whether the code shows that it does
     */
    record Reached(
            Service service,
            boolean certain,
            String place,
            @Nullable String method) {}

    Messages(ValueFlow flow, StringResolver texts) {
        this.flow = flow;
        this.texts = texts;
    }

    /** Records a message if the call sends one; the library's own stand-in for a client sends none. */
    void by(Value.Result result, Frame frame, String place, @Nullable String method) {
        for (MessageSender sender : SENDERS) {
            if (sender.isDefaultSetBy(result.call())) {
                result.arguments().forEach(argument -> defaults.computeIfAbsent(
                                sender.defaultSetting(), setting -> new ArrayList<>())
                        .addAll(texts.of(frame.bind(argument))));
            }
            if (sender.calls().matches(result.call().owner(), result.call().name()) && !isMock(result, frame)) {
                boolean byDefault = sender.takesDefault(result.call());
                List<Value> naming = byDefault ? List.of() : sender.byBinding() ? result.arguments() : naming(result);
                List<String> names = naming.stream()
                        .flatMap(argument -> names(frame.bind(argument)))
                        .toList();
                sent.add(new Sent(sender, byDefault, names, place, method));
            }
        }
    }

    /** The text among the arguments, wherever it stands, else what comes first: a record or a destination. */
    private static List<Value> naming(Value.Result result) {
        int text = MethodKey.of(result.call()).parameterTypes().indexOf("java.lang.String");
        List<Value> arguments = result.arguments();
        return arguments.isEmpty() ? List.of() : List.of(arguments.get(Math.max(0, text)));
    }

    private boolean isMock(Value.Result result, Frame frame) {
        return result.receiver() != null
                && flow.origin(frame.bind(result.receiver())).value() instanceof Value.Created created
                && Requests.simpleName(created.type()).startsWith("Mock");
    }

    /** The texts of an argument, or of what comes first in a record or a destination: its name. */
    private Stream<String> names(Bound argument) {
        Bound origin = flow.origin(argument);
        if (origin.value() instanceof Value.Created created) {
            if (created.type().endsWith("Message")) {
                return Stream.of(StringResolver.GAP);
            }
            return created.arguments().stream()
                    .limit(1)
                    .flatMap(each -> texts.of(origin.in().bind(each)).stream());
        }
        return texts.of(argument).stream();
    }

    /** Returns which of the services get a message, by what their listeners are bound to. */
    List<Reached> reaching(String module, Collection<Service> services, BoundListeners listeners) {
        List<Reached> reached = new ArrayList<>();
        if (sent.isEmpty()) {
            return reached;
        }
        for (Service service : services) {
            BoundListeners.Listener listener = listeners.of(service);
            for (Sent message : sent) {
                if (listener.isOf(message.by())) {
                    Collection<String> names = message.byDefault()
                            ? defaults(module, message.by().defaultSetting(), listeners)
                            : message.names();
                    is(names, message, listener.destinations())
                            .ifPresent(certain ->
                                    reached.add(new Reached(service, certain, message.place(), message.method())));
                }
            }
        }
        return reached;
    }

    /** What the code says goes before the settings. */
    private Collection<String> defaults(String module, String setting, BoundListeners listeners) {
        Collection<String> set = defaults.get(setting);
        return set == null ? listeners.settings().values(module, setting) : set;
    }

    /** Returns whether it is certain that a listener gets a message; empty if it gets none. */
    private static Optional<Boolean> is(Collection<String> names, Sent message, Set<String> bound) {
        if (message.by().mappedBelow() != null && !isUnknown(names)) {
            return MappedDestinations.takes(names, bound, message.by().mappedBelow())
                    .or(() -> bound.stream().anyMatch(Messages::isUnknown) ? Optional.of(false) : Optional.empty());
        }
        boolean one = names.stream().anyMatch(bound::contains);
        // A setting has one value in each profile, and which profile holds is not known.
        if (one && (!message.byDefault() || bound.containsAll(names))) {
            return Optional.of(true);
        }
        return one || message.by().byBinding() || isUnknown(bound) || isUnknown(names)
                ? Optional.of(false)
                : Optional.empty();
    }

    private static boolean isUnknown(Collection<String> names) {
        return names.stream().allMatch(String::isEmpty) || names.stream().anyMatch(Messages::isUnknown);
    }

    private static boolean isUnknown(String name) {
        return name.contains(StringResolver.GAP) || name.contains("${") || name.contains("#{");
    }
}
