package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Determines the possible texts of a value, as far as the code shows them; an unknown part becomes a gap. */
final class StringResolver {

    /** The placeholder for an unknown part. */
    static final String GAP = "\u0001";

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
            "queryParam",
            "queryParams",
            "query",
            "request",
            "accept",
            "header",
            "resolveTemplate",
            "resolveTemplates",
            "register",
            "property");
    private static final Set<String> BEGIN =
            Set.of("create", "fromHttpUrl", "fromUriString", "fromPath", "fromUri", "target", "parse", "of", "valueOf");

    private final ValueFlow flow;

    StringResolver(ValueFlow flow) {
        this.flow = flow;
    }

    List<String> of(Bound bound) {
        return of(bound, flow.graph().limits().valueSteps());
    }

    private List<String> of(Bound bound, int depth) {
        if (depth == 0) {
            return List.of(GAP);
        }
        Value value = bound.value();
        Frame in = bound.in();
        if (value instanceof Value.Text text) {
            return List.of(text.text());
        }
        if (value instanceof Value.Joined joined) {
            return product(in.bindAll(joined.parts()), "", depth);
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

    private List<String> ofField(Value.Field field, Frame in, int depth) {
        Optional<Object> constant =
                flow.graph().field(field.owner(), field.name()).map(FieldFacts::constant);
        if (constant.isPresent() && constant.get() instanceof String text) {
            return List.of(text);
        }
        return any(flow.written(field, in, depth - 1), depth);
    }

    private List<String> any(List<Bound> values, int depth) {
        Set<String> all = new LinkedHashSet<>();
        values.stream().limit(flow.graph().limits().alternatives()).forEach(value -> all.addAll(of(value, depth - 1)));
        if (all.size() > 1) {
            all.remove(GAP);
        }
        return all.isEmpty()
                ? List.of(GAP)
                : all.stream().limit(flow.graph().limits().alternatives()).toList();
    }

    private List<String> ofCreated(Value.Created created, Frame in, int depth) {
        List<Bound> arguments = in.bindAll(created.arguments());
        return switch (created.type()) {
            case "java.lang.StringBuilder", "java.lang.StringBuffer" ->
                arguments.isEmpty() ? List.of("") : of(arguments.get(0), depth - 1);
            case "java.net.URI", "java.net.URL" -> arguments.size() <= 2 ? product(arguments, "", depth) : List.of(GAP);
            default -> List.of(GAP);
        };
    }

    private List<String> ofResult(Value.Result result, Frame in, int depth) {
        Call call = result.call();
        if (flow.isFollowed(call.owner())) {
            return any(flow.returned(result, in, depth - 1), depth);
        }
        List<Bound> all = new ArrayList<>();
        if (result.receiver() != null) {
            all.add(in.bind(result.receiver()));
        }
        all.addAll(in.bindAll(result.arguments()));
        if (call.owner().equals("java.lang.String")
                && (call.name().equals("format") || call.name().equals("formatted"))) {
            return formatted(all, depth);
        }
        boolean onObject = result.receiver() != null;
        return switch (call.name()) {
            case "append", "concat", "stringPlus", "plus" ->
                product(all.subList(0, Math.min(2, all.size())), "", depth);
            case "path",
                    "pathSegment",
                    "segment",
                    "addPathSegment",
                    "addPathSegments",
                    "addEncodedPathSegments",
                    "resolve" -> onObject ? product(flat(all), "/", depth) : of(all.get(0), depth - 1);
            default -> other(call, onObject, all, depth);
        };
    }

    private List<String> other(Call call, boolean onObject, List<Bound> all, int depth) {
        if (all.isEmpty()) {
            return call.name().equals("newInstance") ? List.of("") : List.of(GAP);
        }
        if (KEEP.contains(call.name()) && onObject) {
            return of(all.get(0), depth - 1);
        }
        if (BEGIN.contains(call.name())) {
            return of(all.get(onObject && all.size() > 1 ? 1 : 0), depth - 1);
        }
        return List.of(GAP);
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
                    if (next.size() < flow.graph().limits().alternatives()) {
                        next.add(start.isEmpty() ? end : start + between + end);
                    }
                }
            }
            texts = next;
        }
        return texts;
    }
}
