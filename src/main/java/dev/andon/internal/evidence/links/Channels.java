package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.discover.PathPrefixes;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.evidence.links.UrlPath.Host;
import dev.andon.internal.frameworks.CallRule;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Tells whose server the calls of generated clients reach, by the channel that a client is made with. */
final class Channels {

    private static final Set<CallRule> CHANNELS = Frameworks.union(Framework::channels);
    private static final Set<CallRule> CONFIGURED = Frameworks.union(Framework::configuredChannels);
    private static final Pattern NAME_SERVICE = Pattern.compile("^(dns:(//[^/]*/)?|static:(//)?)");
    private static final Pattern WITHIN_MACHINE = Pattern.compile("^(unix|in-?process|directaddress):.*");
    private static final Pattern NAME = Pattern.compile("[\\w-]+");

    private final ValueFlow flow;
    private final StringResolver texts;
    private final PathPrefixes settings;
    private final String module;

    Channels(ValueFlow flow, StringResolver texts, PathPrefixes settings, String module) {
        this.flow = flow;
        this.texts = texts;
        this.settings = settings;
        this.module = module;
    }

    /** Returns whose server a call reaches; none where the code does not show it, or shows several. */
    Host host(Bound call) {
        Set<Host> found = EnumSet.noneOf(Host.class);
        collect(call, flow.graph().limits().chainedCalls(), new HashSet<>(), found);
        return only(found);
    }

    private static Host only(Set<Host> hosts) {
        return hosts.size() == 1 ? hosts.iterator().next() : Host.NONE;
    }

    /** Follows what a client is made of to the calls that make its channel. */
    private void collect(Bound value, int steps, Set<Value> seen, Set<Host> found) {
        if (steps == 0 || !seen.add(value.value())) {
            return;
        }
        Frame in = value.in();
        if (value.value() instanceof Value.Result result) {
            boolean configured = CallRule.any(CONFIGURED, result.call());
            if ((configured || CallRule.any(CHANNELS, result.call()))
                    && !result.arguments().isEmpty()) {
                servers(result, in).forEach(server -> found.add(host(server, configured)));
                return;
            }
            result.parts().forEach(part -> collect(in.bind(part), steps - 1, seen, found));
        } else if (value.value() instanceof Value.Created created) {
            in.bindAll(created.arguments()).forEach(part -> collect(part, steps - 1, seen, found));
        } else if (value.value() instanceof Value.Either either) {
            in.bindAll(either.alternatives()).forEach(part -> collect(part, steps - 1, seen, found));
        } else if (value.value() instanceof Value.Field field) {
            injected(field).ifPresent(name -> found.add(host(name, true)));
        }
        if (found.isEmpty()) {
            collect(flow.origin(value), steps - 1, seen, found);
        }
    }

    private List<String> servers(Value.Result result, Frame in) {
        Bound first = flow.origin(in.bind(result.arguments().get(0)));
        boolean address = first.value() instanceof Value.Created;
        List<Bound> named = first.value() instanceof Value.Created created
                ? first.in().bindAll(created.arguments())
                : in.bindAll(result.arguments());
        boolean port = address || MethodKey.of(result.call()).parameterTypes().indexOf("int") == 1;
        if (named.isEmpty()) {
            return List.of(StringResolver.GAP);
        }
        List<String> hosts = texts.of(named.get(0));
        return port && named.size() > 1
                ? hosts.stream()
                        .flatMap(host -> texts.of(named.get(1)).stream().map(number -> host + ":" + number))
                        .toList()
                : hosts;
    }

    private Optional<String> injected(Value.Field field) {
        return flow.graph().field(field.owner(), field.name()).map(FieldFacts::annotations).stream()
                .flatMap(List::stream)
                .flatMap(annotation -> Frameworks.first(Framework::configuredChannel, annotation).stream())
                .map(name -> name.isEmpty() ? field.name() : name)
                .findFirst();
    }

    private Host host(String server, boolean configured) {
        List<String> values = NAME.matcher(server).matches() ? configured(server) : List.of();
        if (!values.isEmpty()) {
            Set<Host> hosts = EnumSet.noneOf(Host.class);
            values.forEach(value -> hosts.add(address(value)));
            return only(hosts);
        }
        return configured && NAME.matcher(server).matches() ? Host.NONE : address(server);
    }

    /** The addresses of a channel, or where it has none of its own, those of all channels. */
    private List<String> configured(String channel) {
        List<String> own = values(framework -> framework.channelSettings(channel));
        return own.isEmpty() ? values(Framework::defaultChannelSettings) : own;
    }

    private List<String> values(Function<Framework, List<String>> keys) {
        return Frameworks.ALL.stream()
                .flatMap(framework -> keys.apply(framework).stream())
                .flatMap(key -> settings.values(module, key).stream())
                .toList();
    }

    private static Host address(String server) {
        if (WITHIN_MACHINE.matcher(server).matches()) {
            return Host.OWN;
        }
        String plain = NAME_SERVICE.matcher(server).replaceFirst("");
        return UrlPath.of(plain.contains("://") ? plain : "http://" + plain)
                .map(UrlPath::host)
                .orElse(Host.NONE);
    }
}
