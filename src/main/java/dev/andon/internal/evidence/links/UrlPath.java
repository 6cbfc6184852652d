package dev.andon.internal.evidence.links;

import dev.andon.internal.text.BoundedMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path that a test requests.
 *
 * @param segments its segments; a gap for each unknown one
 * @param host what its address says about who answers
 * @param port the port that its address names, empty where it names none
 * @param open whether more may follow that the code does not show
 */
record UrlPath(List<String> segments, Host host, String port, boolean open) {

    /** What an address says about who answers. */
    enum Host {
        /** It names no host. */
        NONE,
        /** It names this machine, or a host that the code does not show. */
        OWN,
        /** It names a host out in the network. */
        FOREIGN,
        /** It leads to a server of the test's own, or to an admin port. */
        ELSEWHERE
    }

    private static final Pattern AUTHORITY = Pattern.compile(
            "^(?:[a-zA-Z][a-zA-Z0-9+.-]*|\\u0001+)://"
                    + "(?:[^/@]*@)?(\\[[^]]*]|[\\u0001\\u0002]+(?=:)|[^/:?#\\u0001\\u0002]*)(?::(\\d+|\\u0001|\\u0002|\\{[^}]*}))?");
    private static final Pattern UNKNOWN_BASE =
            Pattern.compile("^(?:[\\u0001\\u0002]+|\\{\\w+}|\\$\\{[^}]*})(?=/|$|\\?)");
    private static final Pattern LOCAL = Pattern.compile(
            "|\\u0001+|localhost|127\\.[\\d.]+|0\\.0\\.0\\.0|\\[[:\\d]*]|\\$?\\{.*", Pattern.CASE_INSENSITIVE);

    /** Reads the address of a request; empty if it cannot be one. */
    static Optional<UrlPath> of(String text) {
        String path = text.strip();
        Host host = Host.NONE;
        String port = "";
        Matcher authority = AUTHORITY.matcher(path);
        boolean named = authority.find();
        if (named) {
            host = LOCAL.matcher(authority.group(1)).matches() ? Host.OWN : Host.FOREIGN;
            port = authority.group(2) == null ? "" : authority.group(2);
            path = path.substring(authority.end());
        }
        boolean unknown = false;
        Matcher base = UNKNOWN_BASE.matcher(path);
        if (base.find()) {
            boolean elsewhere = base.group().contains(StringResolver.ELSEWHERE);
            host = elsewhere ? Host.ELSEWHERE : host == Host.NONE ? Host.OWN : host;
            path = path.substring(base.end());
            unknown = path.isEmpty();
        }
        if (named && authority.group().contains(StringResolver.ELSEWHERE)) {
            host = Host.ELSEWHERE;
        }
        path = path.replaceFirst("\\{[?&].*", "").replaceFirst("[?#].*", "");
        if (path.chars().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        return Optional.of(
                withSegments(path.replace(StringResolver.ELSEWHERE, StringResolver.GAP), host, port, unknown));
    }

    /** An unknown part at the end of the last segment is most often a query, but may be more of the path. */
    private static UrlPath withSegments(String path, Host host, String port, boolean unknown) {
        List<String> segments = new ArrayList<>(Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList());
        boolean open = unknown;
        if (!segments.isEmpty()) {
            int last = segments.size() - 1;
            String plain = segments.get(last).replaceFirst("\\u0001+$", "");
            open |= !plain.equals(segments.get(last));
            if (!plain.isEmpty()) {
                segments.set(last, plain);
            }
        }
        return new UrlPath(List.copyOf(segments), host, port, open);
    }

    /** Returns the same path on a server of the test's own. */
    UrlPath elsewhere() {
        return new UrlPath(segments, Host.ELSEWHERE, port, open);
    }

    /** Returns the path without its first segments. */
    UrlPath without(int first) {
        return new UrlPath(segments.subList(first, segments.size()), host, port, open);
    }

    /** Returns whether the path begins with these segments. */
    boolean startsWith(List<String> first) {
        return segments.size() >= first.size()
                && segments.subList(0, first.size()).equals(first);
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
        boolean whole = parts.size() == segments.size() && !(open && segments.isEmpty());
        return whole ? literal : -1;
    }

    /** Returns whether the template may match, depending on what the code does not show. */
    boolean mayMatch(String template) {
        List<String> parts = parts(template);
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean last = i == segments.size() - 1;
            if (i >= parts.size()) {
                return open && last && segment.equals(StringResolver.GAP);
            }
            if (isRest(parts.get(i))) {
                return true;
            }
            if (!segment.contains(StringResolver.GAP) && !matches(parts.get(i), segment)) {
                return false;
            }
        }
        return open || parts.size() == segments.size();
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
            try {
                return BoundedMatch.matches(Pattern.compile(pattern), segment);
            } catch (BoundedMatch.TooCostly noPath) {
                return false;
            }
        }
        return part.equals(segment);
    }

    @Override
    public String toString() {
        return "/" + String.join("/", segments).replace(StringResolver.GAP, "…");
    }
}
