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
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> KEEP = Set.of(
            "toString",
            "toUri",
            "toUriString",
            "toURI",
            "toURL",
            "toASCIIString",
            "build",
            "buildAndExpand",
            "encode",
            "expand",
            "trim",
            "strip",
            "intern",
            "normalize",
            "replace",
            "scheme",
            "host",
            "port",
            "userInfo",
            "fragment",
            "cloneBuilder",
            "queryParam",
            "queryParams",
            "query",
            "replaceQueryParam",
            "addQueryParameter",
            "newBuilder",
            "uriVariables",
            "request",
            "accept",
            "header",
            "resolveTemplate",
            "resolveTemplates",
            "register",
            "property");
    private static final Set<String> BEGIN = Set.of(
            "create",
            "fromHttpUrl",
            "fromUriString",
            "fromPath",
            "fromUri",
            "target",
            "parse",
            "of",
            "valueOf",
            "requireNonNull",
            "uriString",
            "replacePath");
    private static final Set<String> JOIN = Set.of(
            "path",
            "pathSegment",
            "segment",
            "addPathSegment",
            "addPathSegments",
            "addEncodedPathSegments",
            "appendPath",
            "appendPathSegments",
            "resolve");
    private static final Set<String> OF_ELEMENTS =
            Set.of("of", "asList", "next", "iterator", "stream", "listOf", "arrayOf");
    private final ValueFlow flow;
    private final OtherServers others;
    /** The fields and methods whose texts are being determined: one that depends on itself adds nothing. */
    private final Deque<Object> open = new ArrayDeque<>();

    StringResolver(ValueFlow flow) {
        this.flow = flow;
        this.others = new OtherServers(flow);
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
            case "java.net.URI", "java.net.URL" -> ofUri(arguments, depth);
            default -> created.type().endsWith(".UriTemplate") ? of(arguments.get(0), depth - 1) : List.of(GAP);
        };
    }

    /** {@code (scheme, user, host, port, path, query, fragment)} and the shorter ones, whose path is before the last. */
    private List<String> ofUri(List<Bound> arguments, int depth) {
        return switch (arguments.size()) {
            case 1, 2 -> product(arguments, "", depth);
            case 3 -> of(arguments.get(1), depth - 1);
            case 4 -> of(arguments.get(arguments.get(1).value() instanceof Value.Text ? 3 : 2), depth - 1);
            case 5 -> of(arguments.get(2), depth - 1);
            case 7 ->
                product(List.of(arguments.get(3), arguments.get(4)), "", depth).stream()
                        .map(text -> "http://localhost:" + text)
                        .toList();
            default -> List.of(GAP);
        };
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
        if (JOIN.contains(call.name()) && !all.isEmpty()) {
            return onObject ? product(flat(all), "/", depth) : of(all.get(0), depth - 1);
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
        if (KEEP.contains(call.name()) && onObject && !expandsText) {
            List<String> kept = of(all.get(0), depth - 1);
            return isBuilder(all.get(0).value())
                    ? kept.stream().map(text -> text + GAP).toList()
                    : kept;
        }
        if (OF_ELEMENTS.contains(call.name()) && isCollection(call.owner())) {
            return any(flat(all), depth);
        }
        if (BEGIN.contains(call.name()) || expandsText || call.owner().equals("java.text.MessageFormat")) {
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
