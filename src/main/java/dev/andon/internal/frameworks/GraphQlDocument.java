package dev.andon.internal.frameworks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which fields a GraphQL document asks for, without its schema. */
final class GraphQlDocument {

    /** The kind of operation that a field of another type than the root types is. */
    static final String FIELD = "FIELD";

    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\"(?s:.)*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*+\"|#[^\\r\\n]*" + "|\\.\\.\\.|[@$]?[A-Za-z_]\\w*|[{}():]");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    private final List<String> tokens = new ArrayList<>();
    private final Set<Route> found = new LinkedHashSet<>();
    private int next;

    private GraphQlDocument(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String token = matcher.group();
            if (!token.startsWith("\"") && !token.startsWith("#")) {
                tokens.add(token);
            }
        }
    }

    /** Returns the root fields as operations of their kind, and the fields below them as {@link #FIELD}s. */
    static List<Route> operations(String text) {
        GraphQlDocument document = new GraphQlDocument(text);
        while (document.hasNext()) {
            document.definition();
        }
        return List.copyOf(document.found);
    }

    private boolean hasNext() {
        return next < tokens.size();
    }

    private boolean at(String token) {
        return hasNext() && tokens.get(next).equals(token);
    }

    /** {@code query Name($id: ID) @directive { … }}, {@code { … }}, or {@code fragment F on Type { … }}. */
    private void definition() {
        String keyword = at("{") ? "query" : tokens.get(next++);
        String type = keyword;
        while (hasNext() && !at("{")) {
            if (at("(")) {
                skipArguments();
            } else if (tokens.get(next++).equals("on") && hasNext()) {
                type = tokens.get(next++);
            }
        }
        selection(kind(type));
    }

    private static String kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "query", "mutation", "subscription" -> type.toUpperCase(Locale.ROOT);
            default -> FIELD;
        };
    }

    private void selection(String kind) {
        next++;
        while (hasNext() && !at("}")) {
            if (at("...")) {
                next++;
                fragment(kind);
            } else {
                field(kind);
            }
        }
        next++;
    }

    /** {@code ... Name}, whose fields stand with its definition, or {@code ... on Type { … }}. */
    private void fragment(String kind) {
        boolean inline = at("on") || at("{") || (hasNext() && tokens.get(next).startsWith("@"));
        String type = kind;
        if (at("on")) {
            next++;
            type = hasNext() ? kind(tokens.get(next++)) : kind;
        } else if (!inline) {
            next++;
        }
        skipDirectives();
        if (inline && at("{")) {
            selection(type);
        }
    }

    private void field(String kind) {
        String name = tokens.get(next++);
        if (at(":")) {
            next++;
            name = hasNext() ? tokens.get(next++) : name;
        }
        if (NAME.matcher(name).matches()) {
            found.add(new Route(kind, name));
        }
        if (at("(")) {
            skipArguments();
        }
        skipDirectives();
        if (at("{")) {
            selection(FIELD);
        }
    }

    private void skipDirectives() {
        while (hasNext() && tokens.get(next).startsWith("@")) {
            next++;
            if (at("(")) {
                skipArguments();
            }
        }
    }

    private void skipArguments() {
        int depth = 0;
        do {
            depth += at("(") ? 1 : at(")") ? -1 : 0;
            next++;
        } while (hasNext() && depth > 0);
    }
}
