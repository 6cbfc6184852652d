package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.RequestForm;
import dev.andon.internal.frameworks.RequestRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recognises the calls of known clients, and the classes of others that send requests by them. */
final class ClientCalls {

    private static final Set<RequestRule> RULES = Frameworks.union(Framework::requests);
    private static final Set<String> KNOWN_LIBRARIES = Stream.<Set<String>>of(
                    Frameworks.union(Framework::clientPrefixes),
                    Frameworks.union(Framework::testPackages),
                    Frameworks.union(Framework::productionPackages),
                    Frameworks.union(Framework::stubServerPrefixes),
                    Frameworks.union(Framework::serverPrefixes))
            .flatMap(Set::stream)
            .map(prefix -> ClientBases.library(prefix + ".x"))
            .collect(Collectors.toSet());

    private static final Pattern SENDING = Pattern.compile("send(Async)?|execute\\w*|exchange\\w*|newCall|newWebSocket"
            + "|perform|retrieve\\w*|fetch|enqueue|invoke|toEntity\\w*");

    private final CodeIndex index;
    private final Map<String, Optional<RequestForm>> forms = new HashMap<>();
    private final Map<String, Boolean> senders = new HashMap<>();

    ClientCalls(CodeIndex index) {
        this.index = index;
    }

    /** Returns how a call of a known client shows a request; empty for every other call. */
    Optional<RequestForm> form(Call call) {
        return forms.computeIfAbsent(call.owner() + "#" + call.name(), ignored -> RULES.stream()
                .filter(rule -> rule.calls().matches(call.owner(), call.name()))
                .map(RequestRule::form)
                .findFirst());
    }

    /** Returns whether the call only prepares a request, which another call sends. */
    boolean prepares(Call call) {
        return RULES.stream()
                .filter(rule -> rule.calls().matches(call.owner(), call.name()))
                .findFirst()
                .filter(RequestRule::prepares)
                .isPresent();
    }

    /** Returns whether a call of that name may send a request that it is given. */
    static boolean sends(Call call) {
        return SENDING.matcher(call.name()).matches();
    }

    /** Returns whether the code of the class calls a known client. */
    boolean isSender(String className) {
        Boolean known = senders.get(className);
        if (known == null) {
            known = index.code(className).values().stream()
                    .flatMap(body -> body.calls().stream())
                    .anyMatch(call -> form(call).isPresent());
            senders.put(className, known);
        }
        return known;
    }

    /** Returns whether the class belongs to a library of which nothing is known but that it sends requests. */
    boolean isLibraryHelper(String className) {
        return !className.startsWith("[")
                && !KNOWN_LIBRARIES.contains(ClientBases.library(className))
                && !className.startsWith("java.")
                && index.find(className).filter(facts -> facts.root() == null).isPresent()
                && isSender(className);
    }
}
