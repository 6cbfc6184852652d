package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Determines the possible texts of a value, as far as the code shows them. An unknown part becomes a {@link #GAP}; a part
 * that comes from a server which the test set up itself, or from an admin port, becomes {@link #ELSEWHERE}.
 */
final class StringResolver {

    /** The placeholder for an unknown part. */
    static final String GAP = "\u0001";

    /** The placeholder for an address, or a part of one, at which the service does not answer. */
    static final String ELSEWHERE = "\u0002";

    private static final Pattern FORMAT = Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?[sdxSDX]");
    /** How builders of URIs, and options of clients, change the address by what they are given. */
    private static final Map<String, BinaryOperator<String>> CHANGES = Map.ofEntries(
            Map.entry("host", UrlText::withHost),
            Map.entry("setHost", UrlText::withHost),
            Map.entry("setDefaultHost", UrlText::withHost),
            Map.entry("port", UrlText::withPort),
            Map.entry("setPort", UrlText::withPort),
            Map.entry("setDefaultPort", UrlText::withPort),
            Map.entry("replacePath", UrlText::withPath),
            Map.entry("setPath", UrlText::withPath),
            Map.entry("setURI", UrlText::withPath),
            Map.entry("resolve", UrlText::resolved));

    private static final Pattern BUILDERS = Pattern.compile(
            ".*\\.(UriTemplate|URIBuilder|HttpUrl\\$Builder|RequestOptions|(WebClient|HttpClient)Options)");

    private final ValueFlow flow;
    private final OtherServers others;
    /** The fields and methods whose texts are being determined: one that depends on itself adds nothing. */
    private final Deque<Object> open = new ArrayDeque<>();

    StringResolver(ValueFlow flow, OtherServers others) {
        this.flow = flow;
        this.others = others;
    }

    List<String> of(Bound bound) {
        return of(bound, flow.graph().limits().valueSteps());
    }

    private List<String> of(Bound bound, int depth) {
        if (depth <= 0) {
            flow.graph().cutOff(bound.in().thisClass(), flow.graph().limits().valueSteps() + " steps of a value");
            return List.of(GAP);
        }
        Value value = bound.value();
        Frame in = bound.in();
        if (others.isMarked(bound)) {
            return List.of(ELSEWHERE);
        }
        if (value instanceof Value.Text text) {
            return List.of(text.text());
        }
        if (value instanceof Value.Numeral number) {
            return List.of(String.valueOf(number.number()));
        }
        if (value instanceof Value.Joined joined) {
            return product(in.bindAll(joined.parts()), "", depth);
        }
        if (value instanceof Value.Either either) {
            return any(in.bindAll(either.alternatives()), depth);
        }
        if (value instanceof Value.Function function) {
            return any(flow.returned(withEmptyBuilder(function.body()), in), depth);
        }
        if (value instanceof Value.Parameter parameter) {
            return parameter.index() < in.arguments().size()
                    ? of(in.arguments().get(parameter.index()), depth - 1)
                    : List.of(GAP);
        }
        if (value instanceof Value.Field field) {
            return ofField(field, in, depth);
        }
        if (value instanceof Value.Created created) {
            return ofCreated(created, in, depth);
        }
        if (value instanceof Value.Result result) {
            return ofResult(result, in, depth);
        }
        return List.of(GAP);
    }

    /** A function of a URI gets a builder that stands for the client's base. */
    private static Value.Result withEmptyBuilder(Value.Result body) {
        List<Value> arguments = new ArrayList<>(body.arguments());
        int missing = MethodKey.of(body.call()).parameterTypes().size() - arguments.size();
        for (int i = 0; i < missing; i++) {
            arguments.add(new Value.Text(""));
        }
        return new Value.Result(body.call(), body.receiver(), arguments);
    }

    private List<String> ofField(Value.Field field, Frame in, int depth) {
        Optional<FieldFacts> facts = flow.graph().field(field.owner(), field.name());
        Optional<Object> constant = facts.map(FieldFacts::constant);
        if (constant.isPresent() && (constant.get() instanceof String || constant.get() instanceof Number)) {
            return List.of(constant.get().toString());
        }
        if (facts.filter(found -> OtherServers.isOther(found.annotations())).isPresent()) {
            return List.of(ELSEWHERE);
        }
        Optional<String> injected =
                facts.flatMap(found -> TestedEndpoints.address(flow.graph().index(), found.annotations()));
        if (injected.isPresent()) {
            return List.of(injected.get());
        }
        return guarded(field.owner() + "." + field.name(), () -> any(flow.written(field, in), depth));
    }

    private List<String> guarded(Object what, Supplier<List<String>> texts) {
        if (Collections.frequency(open, what) > 1) {
            return List.of(GAP);
        }
        open.push(what);
        List<String> found = texts.get();
        open.pop();
        return found;
    }

    private List<String> any(List<Bound> values, int depth) {
        Set<String> all = new LinkedHashSet<>();
        values.forEach(value -> all.addAll(of(value, depth - 1)));
        if (all.size() > 1) {
            all.remove(GAP);
        }
        return all.isEmpty() ? List.of(GAP) : limited(List.copyOf(all), values.get(0));
    }

    private List<String> limited(List<String> all, Bound from) {
        int most = flow.graph().limits().alternatives();
        if (all.size() <= most) {
            return all;
        }
        flow.graph().cutOff(from.in().thisClass(), most + " texts of one value");
        return all.subList(0, most);
    }

    private List<String> ofCreated(Value.Created created, Frame in, int depth) {
        List<Bound> arguments = in.bindAll(created.arguments());
        return switch (created.type()) {
            case "java.lang.StringBuilder", "java.lang.StringBuffer" ->
                arguments.isEmpty() ? List.of("") : of(arguments.get(0), depth - 1);
            case "java.net.URI" -> ofUri(arguments, depth);
            case "java.net.URL" -> ofUrl(arguments, depth);
            default -> ofBuilder(created.type(), arguments, depth);
        };
    }

    private List<String> ofBuilder(String type, List<Bound> arguments, int depth) {
        if (type.endsWith(".HttpHost")) {
            boolean schemeFirst = of(arguments.get(0), depth - 1).stream().allMatch(text -> text.matches("https?"));
            List<Bound> rest = schemeFirst ? arguments.subList(1, arguments.size()) : arguments;
            return ofServer(rest, depth);
        }
        return !BUILDERS.matcher(type).matches()
                ? List.of(GAP)
                : arguments.isEmpty() ? List.of("") : of(arguments.get(0), depth - 1);
    }

    /** {@code (scheme, user, host, port, path, query, fragment)} and the shorter constructors. */
    private List<String> ofUri(List<Bound> all, int depth) {
        return switch (all.size()) {
            case 1 -> of(all.get(0), depth - 1);
            case 3 -> product(List.of(all.get(0), all.get(1)), ":", depth);
            case 4, 5 -> changed(ofServer(all.subList(1, 2), depth), all.get(2), UrlText::withPath, depth);
            case 7 -> changed(ofServer(all.subList(2, 4), depth), all.get(4), UrlText::withPath, depth);
            default -> List.of(GAP);
        };
    }

    /** {@code (protocol, host, file)}, {@code (protocol, host, port, file, …)} or an address below another. */
    private List<String> ofUrl(List<Bound> all, int depth) {
        if (all.size() == 1) {
            return of(all.get(0), depth - 1);
        }
        boolean below = all.size() == 2
                || (all.size() == 3 && of(all.get(0), depth - 1).stream().anyMatch(text -> text.contains("://")));
        return below
                ? changed(of(all.get(0), depth - 1), all.get(1), UrlText::resolved, depth)
                : changed(
                        ofServer(all.subList(1, all.size() == 3 ? 2 : 3), depth),
                        all.get(all.size() == 3 ? 2 : 3),
                        UrlText::withPath,
                        depth);
    }

    private List<String> ofServer(List<Bound> hostAndPort, int depth) {
        List<String> host = changed(List.of(""), hostAndPort.get(0), UrlText::withHost, depth);
        return hostAndPort.size() == 1 ? host : changed(host, hostAndPort.get(1), UrlText::withPort, depth);
    }

    private List<String> changed(List<String> texts, Bound by, BinaryOperator<String> change, int depth) {
        List<String> changed = new ArrayList<>();
        for (String part : of(by, depth - 1)) {
            texts.forEach(text -> changed.add(change.apply(text, part)));
        }
        return limited(changed, by);
    }

    private List<String> ofResult(Value.Result result, Frame in, int depth) {
        Call call = flow.declared(result.call());
        if (others.isAddressOf(result, in)) {
            return List.of(ELSEWHERE);
        }
        if (flow.isFollowed(call.owner())) {
            return guarded(MethodKey.of(call), () -> any(flow.returned(result, in), depth));
        }
        List<Bound> all = new ArrayList<>();
        if (result.receiver() != null) {
            all.add(in.bind(result.receiver()));
        }
        all.addAll(in.bindAll(result.arguments()));
        if (call.owner().equals("java.lang.String")
                && (call.name().startsWith("format") || call.name().equals("join"))) {
            return call.name().equals("join") ? joined(flat(all), depth) : formatted(all, depth);
        }
        boolean onObject = result.receiver() != null;
        if (TextCalls.JOIN.contains(call.name()) && !all.isEmpty()) {
            return onObject ? product(flat(all), "/", depth) : of(all.get(0), depth - 1);
        }
        BinaryOperator<String> change = CHANGES.get(call.name());
        if (change != null && onObject && all.size() > 1) {
            return changed(of(all.get(0), depth - 1), all.get(1), change, depth);
        }
        return switch (call.name()) {
            case "append", "concat", "stringPlus", "plus" ->
                product(all.subList(0, Math.min(2, all.size())), "", depth);
            default -> other(call, onObject, all, depth);
        };
    }

    private List<String> other(Call call, boolean onObject, List<Bound> all, int depth) {
        if (all.isEmpty()) {
            return call.name().equals("newInstance") ? List.of("") : List.of(GAP);
        }
        boolean expandsText = call.name().equals("expand") && call.descriptor().startsWith("(Ljava/lang/String;");
        if (TextCalls.KEEP.contains(call.name()) && onObject && !expandsText) {
            List<String> kept = of(all.get(0), depth - 1);
            return isBuilder(all.get(0).value())
                    ? kept.stream().map(text -> text + GAP).toList()
                    : kept;
        }
        if (TextCalls.OF_ELEMENTS.contains(call.name()) && isCollection(call.owner())) {
            return any(flat(all), depth);
        }
        if (TextCalls.BEGIN.contains(call.name()) || expandsText || call.owner().equals("java.text.MessageFormat")) {
            return of(all.get(onObject && all.size() > 1 ? 1 : 0), depth - 1);
        }
        return onObject && of(all.get(0), depth - 1).contains(ELSEWHERE) ? List.of(ELSEWHERE) : List.of(GAP);
    }

    /** What other statements append to it is not seen. */
    private static boolean isBuilder(Value value) {
        return value instanceof Value.Created created && created.type().startsWith("java.lang.StringBu");
    }

    private static boolean isCollection(String owner) {
        return owner.startsWith("java.util.") || owner.contains(".collections.");
    }

    private List<String> joined(List<Bound> separatorAndParts, int depth) {
        List<Bound> all = new ArrayList<>();
        for (int i = 1; i < separatorAndParts.size(); i++) {
            all.add(separatorAndParts.get(i));
            all.add(separatorAndParts.get(0));
        }
        return product(all.subList(0, Math.max(0, all.size() - 1)), "", depth);
    }

    private static List<Bound> flat(List<Bound> values) {
        List<Bound> flat = new ArrayList<>();
        for (Bound value : values) {
            if (value.value() instanceof Value.Array array) {
                flat.addAll(value.in().bindAll(array.elements()));
            } else {
                flat.add(value);
            }
        }
        return flat;
    }

    private List<String> formatted(List<Bound> all, int depth) {
        List<Bound> values = new ArrayList<>(flat(all));
        if (values.isEmpty()) {
            return List.of(GAP);
        }
        List<String> formats = of(values.remove(0), depth - 1);
        if (formats.equals(List.of(GAP)) && !values.isEmpty()) {
            formats = of(values.remove(0), depth - 1);
        }
        return formats.stream().map(format -> fill(format, values, depth)).toList();
    }

    private String fill(String format, List<Bound> values, int depth) {
        Matcher matcher = FORMAT.matcher(format);
        StringBuilder filled = new StringBuilder();
        for (int i = 0; matcher.find(); i++) {
            String value = i < values.size() ? of(values.get(i), depth - 1).get(0) : GAP;
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }

    private List<String> product(List<Bound> parts, String between, int depth) {
        List<String> texts = List.of("");
        for (Bound part : parts) {
            List<String> next = new ArrayList<>();
            for (String end : of(part, depth - 1)) {
                for (String start : texts) {
                    next.add(start.isEmpty() ? end : start + between + end);
                }
            }
            texts = limited(next, part);
        }
        return texts;
    }
}
