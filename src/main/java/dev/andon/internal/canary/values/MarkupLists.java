package dev.andon.internal.canary.values;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where HTML and XML have the elements of lists: the rows with cells of an HTML page's tables and the items of its lists, where
 * these are no navigation; of an XML document, all that its root holds.
 */
final class MarkupLists {
    /** A part of a text. */
    record Span(int from, int to) {
        boolean contains(int position) {
            return from <= position && position < to;
        }
    }

    private static final Pattern CELL = Pattern.compile("(?i)<td\\b");
    private static final Set<String> ELEMENTS = Set.of("tr", "li");

    private MarkupLists() {}

    /** Returns the elements, those within others not apart. */
    static List<Span> of(String text, boolean xml) {
        if (xml) {
            return content(text);
        }
        Set<String> closed = new HashSet<>(ELEMENTS);
        Optional<List<Span>> found = elements(text, closed);
        while (found.isEmpty()) {
            found = elements(text, closed);
        }
        return found.get();
    }

    private static List<Span> content(String text) {
        int open = -1;
        Matcher markup = MarkupDocument.MARKUP.matcher(text);
        while (open < 0 && markup.find()) {
            boolean element = MarkupDocument.TAG.matcher(markup.group()).lookingAt();
            open = element && !markup.group().endsWith("/>") ? markup.end() : -1;
        }
        int close = text.lastIndexOf("</");
        boolean children =
                open >= 0 && close > open && text.substring(open, close).contains("<");
        return children ? List.of(new Span(open, close)) : List.of();
    }

    /** Returns the elements; empty where one is not closed, which is then left out of the names. */
    private static Optional<List<Span>> elements(String text, Set<String> names) {
        List<Span> spans = new ArrayList<>();
        Matcher markup = MarkupDocument.MARKUP.matcher(text);
        String element = "";
        int from = 0;
        int depth = 0;
        int layout = 0;
        while (markup.find()) {
            String tag = markup.group();
            layout = Math.max(0, layout + MarkupDocument.nesting(tag));
            Matcher named = MarkupDocument.TAG.matcher(tag);
            String name = named.lookingAt() ? named.group(1).toLowerCase(Locale.ROOT) : "";
            if (tag.endsWith("/>")) {
                continue;
            }
            if (depth == 0 && layout == 0 && !tag.startsWith("</") && names.contains(name)) {
                element = name;
                from = markup.start();
                depth = 1;
            } else if (depth > 0 && name.equals(element)) {
                depth += tag.startsWith("</") ? -1 : 1;
                if (depth == 0
                        && (name.equals("li")
                                || CELL.matcher(text.substring(from, markup.end()))
                                        .find())) {
                    spans.add(new Span(from, markup.end()));
                }
            }
        }
        if (depth > 0) {
            names.remove(element);
            return Optional.empty();
        }
        return Optional.of(spans);
    }

    /** Returns the text without some of its elements. */
    static String without(String text, List<Span> elements) {
        StringBuilder left = new StringBuilder(text.length());
        int from = 0;
        for (Span element : elements) {
            left.append(text, from, element.from());
            from = element.to();
        }
        return left.append(text.substring(from)).toString();
    }
}
