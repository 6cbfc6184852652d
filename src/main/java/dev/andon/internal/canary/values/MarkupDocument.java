package dev.andon.internal.canary.values;

import dev.andon.internal.canary.values.MarkupLists.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML or XML: its values are its texts and those attributes that carry data. What every page of a site has, its head, header,
 * navigation and footer, is no value of an HTML page. A place is the kind and number of a value; in a list,
 * whose elements may have another order in each run, the kind alone.
 *
 * @param xml whether it is XML, all of whose attributes are values
 */
record MarkupDocument(String text, boolean xml) implements Document {
    /** Comments, scripts and styles as a whole, else one tag. */
    static final Pattern MARKUP = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[|\\]\\]>|<(script|style)\\b.*?</\\1\\s*>|<[^>]*>",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static final Pattern TAG = Pattern.compile("</?\\s*([A-Za-z][\\w:.-]*)");
    private static final Span NONE = new Span(0, 0);
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)(\\s*=\\s*)(\"[^\"]*\"|'[^']*')");
    private static final Pattern ENTITY = Pattern.compile("&(?:#?\\w{1,12});");
    private static final Set<String> DATA = Set.of("value", "href", "alt", "content", "title", "datetime", "src");
    private static final Set<String> LAYOUT = Set.of("head", "header", "nav", "footer");

    @Override
    public boolean hasList() {
        return !lists().isEmpty();
    }

    private List<Span> lists() {
        return MarkupLists.of(text, xml);
    }

    @Override
    public List<String> values() {
        List<String> values = new ArrayList<>();
        walk((kind, value) -> {
            values.add(value);
            return value;
        });
        return values;
    }

    @Override
    public Optional<Changed> change(ValueChange change, Set<String> kept) {
        if (change == ValueChange.EMPTY_LIST || (change == ValueChange.ONE_LESS && !xml)) {
            List<Span> lists = lists();
            int first = change == ValueChange.EMPTY_LIST ? 0 : lists.size() - 1;
            return lists.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Changed(MarkupLists.without(text, lists.subList(first, lists.size())), Map.of()));
        }
        boolean replaces = change == ValueChange.SAME_LENGTH || change == ValueChange.OTHER_LENGTH;
        if (!replaces && change != ValueChange.EMPTY_TEXT && change != ValueChange.GARBLED) {
            return Optional.empty();
        }
        ReplacedValues replaced = new ReplacedValues();
        int[] number = {0};
        String changed = walk((kind, value) -> {
            String place = kind.startsWith("/") ? kind : kind + " " + number[0]++;
            if (kept.contains(place)) {
                return value;
            }
            String other = change == ValueChange.EMPTY_TEXT ? "" : replacement(change, value);
            if (replaces && !other.equals(value)) {
                replaced.add(place, other);
            }
            return other;
        });
        return changed.equals(text) ? Optional.empty() : Optional.of(new Changed(padded(changed), replaced.byPlace()));
    }

    /** What only looks how long it is would detect that it lacks something. */
    private String padded(String changed) {
        int end = changed.lastIndexOf("</");
        int from = end < 0 ? changed.length() : end;
        return changed.substring(0, from)
                + " ".repeat(Math.max(0, text.length() - changed.length()))
                + changed.substring(from);
    }

    /** Entities stay as they are, so that the markup stays well-formed. */
    private static String replacement(ValueChange change, String value) {
        StringBuilder other = new StringBuilder();
        Matcher entity = ENTITY.matcher(value);
        int from = 0;
        while (entity.find()) {
            other.append(part(change, value.substring(from, entity.start()))).append(entity.group());
            from = entity.end();
        }
        return other.append(part(change, value.substring(from))).toString();
    }

    private static String part(ValueChange change, String value) {
        return value.isBlank() ? value : TextDocument.replacement(change, value);
    }

    /** Takes a value, and returns the one to be written in its place. */
    private interface Writing {
        String of(String kind, String value);
    }

    private String walk(Writing writing) {
        StringBuilder written = new StringBuilder(text.length());
        Matcher markup = MARKUP.matcher(text);
        int from = 0;
        int layout = 0;
        Writing inList = (kind, value) -> writing.of("/*/" + kind, value);
        Iterator<Span> lists = lists().iterator();
        Span list = NONE;
        while (markup.find()) {
            int at = markup.start();
            list = next(list, lists, from);
            written.append(text(text.substring(from, at), layout > 0, list.contains(from) ? inList : writing));
            list = next(list, lists, at);
            String tag = markup.group();
            layout = Math.max(0, layout + (xml ? 0 : nesting(tag)));
            written.append(
                    layout > 0 || tag.startsWith("<!") || tag.startsWith("<?")
                            ? tag
                            : tag(tag, list.contains(at) ? inList : writing));
            from = markup.end();
        }
        return written.append(text(text.substring(from), layout > 0, writing)).toString();
    }

    /** Returns the span at a position, or the next one. */
    private static Span next(Span current, Iterator<Span> rest, int position) {
        Span found = current;
        while (found.to() <= position && rest.hasNext()) {
            found = rest.next();
        }
        return found;
    }

    /** Returns by how much a tag leads into what every page of a site has: 1, 0 or -1. */
    static int nesting(String tag) {
        Matcher name = TAG.matcher(tag);
        if (!name.lookingAt()
                || tag.endsWith("/>")
                || !LAYOUT.contains(name.group(1).toLowerCase(Locale.ROOT))) {
            return 0;
        }
        return tag.startsWith("</") ? -1 : 1;
    }

    private static String text(String between, boolean layout, Writing writing) {
        return layout || between.isBlank() ? between : writing.of("text", between);
    }

    private String tag(String tag, Writing writing) {
        Matcher name = TAG.matcher(tag);
        if (!name.lookingAt()
                || tag.startsWith("</")
                || name.group(1).equalsIgnoreCase("script")
                || name.group(1).equalsIgnoreCase("style")
                || name.group(1).equalsIgnoreCase("link")) {
            return tag;
        }
        StringBuilder written = new StringBuilder();
        Matcher attribute = ATTRIBUTE.matcher(tag);
        while (attribute.find()) {
            String known = attribute.group(1).toLowerCase(Locale.ROOT);
            boolean data = xml ? !known.startsWith("xml") : DATA.contains(known) || known.startsWith("data-");
            String quoted = attribute.group(3);
            String value = quoted.substring(1, quoted.length() - 1);
            String other = data && !value.isEmpty() ? writing.of(known, value) : value;
            attribute.appendReplacement(
                    written,
                    Matcher.quoteReplacement(
                            attribute.group(1) + attribute.group(2) + quoted.charAt(0) + other + quoted.charAt(0)));
        }
        return attribute.appendTail(written).toString();
    }
}
