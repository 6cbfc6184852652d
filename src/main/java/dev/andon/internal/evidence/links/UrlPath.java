package dev.andon.internal.evidence.links;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path that a test requests.
 *
 * @param segments its segments; a gap for each unknown one
 * @param absolute whether a host, or an unknown prefix that may be one, came before it
 */
record UrlPath(List<String> segments, boolean absolute) {

    private static final Pattern HOST = Pattern.compile("^(?:[a-zA-Z][a-zA-Z0-9+.-]*|\u0001+)://[^/]*");
    private static final Pattern UNKNOWN_BASE = Pattern.compile("^(?:\u0001+|\\{\\w+}|\\$\\{[^}]*})(?=/)");

    /** Reads a text as a path if it may be one. A relative path counts only if the caller knows that it is a URL. */
    static Optional<UrlPath> of(String text, boolean relative) {
        String path = text.strip();
        Matcher host = HOST.matcher(path);
        boolean absolute = host.find();
        if (absolute) {
            path = path.substring(host.end());
        } else {
            Matcher base = UNKNOWN_BASE.matcher(path);
            absolute = base.find();
            path = absolute ? path.substring(base.end()) : path;
        }
        path = path.replaceFirst("\\{[?&].*", "").replaceFirst("[?#].*", "");
        boolean rooted = absolute || path.startsWith("/");
        if ((!rooted && (!relative || path.isEmpty() || path.startsWith(StringResolver.GAP)))
                || path.chars().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        List<String> segments = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        return Optional.of(new UrlPath(tail(segments), absolute));
    }

    /** An unknown part at the end of the last segment is most often a query. */
    private static List<String> tail(List<String> segments) {
        if (segments.isEmpty()) {
            return segments;
        }
        String last = segments.get(segments.size() - 1);
        String plain = last.replaceFirst("\u0001+$", "");
        if (plain.isEmpty() || plain.equals(last)) {
            return segments;
        }
        List<String> all = new java.util.ArrayList<>(segments);
        all.set(all.size() - 1, plain);
        return List.copyOf(all);
    }

    UrlPath below(UrlPath base) {
        List<String> all = new java.util.ArrayList<>(base.segments);
        all.addAll(segments);
        return new UrlPath(List.copyOf(all), absolute || base.absolute);
    }

    /** Returns the path without its first segments. */
    UrlPath without(int first) {
        return new UrlPath(segments.subList(first, segments.size()), absolute);
    }

    /**
     * Returns how many literal segments of a template equal those of the path, or -1 if the whole template does not match
     * the whole path.
     */
    int matches(String template) {
        List<String> parts = parts(template);
        int literal = 0;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (isRest(part)) {
                return i == parts.size() - 1 ? literal : -1;
            }
            if (i >= segments.size() || !matches(part, segments.get(i))) {
                return -1;
            }
            literal += isVariable(part) ? 0 : 1;
        }
        return parts.size() == segments.size() ? literal : -1;
    }

    static List<String> parts(String template) {
        return Arrays.stream(template.split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static boolean isRest(String part) {
        return part.equals("**") || part.startsWith("{*") || (part.startsWith("<") && part.endsWith(">"));
    }

    private static boolean isVariable(String part) {
        return part.equals("*") || part.startsWith(":") || part.matches("\\{[^{}]*}");
    }

    private static boolean matches(String part, String segment) {
        if (isVariable(part)) {
            return true;
        }
        if (part.contains("{") || part.contains("*")) {
            String pattern = Arrays.stream(part.split("\\$?\\{[^}]*}|\\*", -1))
                    .map(Pattern::quote)
                    .reduce((a, b) -> a + ".+" + b)
                    .orElse("");
            return segment.matches(pattern);
        }
        return part.equals(segment);
    }

    /** Returns whether the path may have an undeclared prefix: one plain word such as {@code api}. */
    boolean isPlainPrefix(int first) {
        return absolute
                && first == 1
                && segments.get(0).toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9_-]*");
    }

    @Override
    public String toString() {
        return "/" + String.join("/", segments).replace(StringResolver.GAP, "…");
    }
}
