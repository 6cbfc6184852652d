package dev.andon.internal.canary.values;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A body whose values can be changed. A value is known by its place, which is the same in every run. */
public sealed interface Document
        permits JsonDocument, MarkupDocument, TableDocument, TextDocument, FormDocument, MultipartDocument {

    /**
     * A changed document.
     *
     * @param text its text
     * @param replaced the new values by their places; empty where values were not replaced by others
     */
    record Changed(String text, Map<String, String> replaced) {}

    /**
     * Returns the changed document; empty where it has nothing to which the change applies.
     *
     * @param kept the places of values that stay as they are
     */
    Optional<Changed> change(ValueChange change, Set<String> kept);

    /** Returns its values as text. */
    List<String> values();

    /** Returns whether it has a list with elements. */
    default boolean hasList() {
        return false;
    }

    /** Returns how many documents it consists of. */
    default int count() {
        return 1;
    }

    /** Returns it as the rest of a body of which so many documents came before; they count in its places. */
    default Document after(int earlier) {
        return this;
    }

    /** Returns by which value of the same length one is replaced. */
    static String another(String value) {
        return Replacement.sameLength(value);
    }

    /** Reads a text; a text of no other known format is plain text. */
    static Document of(String text, String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        Optional<Document> multipart = MultipartDocument.of(text, contentType);
        if (multipart.isPresent()) {
            return multipart.get();
        }
        if (type.contains("x-www-form-urlencoded")) {
            return new FormDocument(text);
        }
        if (type.contains("html") || type.contains("xml") || text.stripLeading().startsWith("<")) {
            return new MarkupDocument(text, !type.contains("html") && (type.contains("xml") || !looksLikeHtml(text)));
        }
        if (type.contains("csv") || type.contains("tab-separated-values")) {
            return table(text);
        }
        return JsonDocument.parse(text)
                .<Document>map(json -> json)
                .orElseGet(() -> TableShape.is(text) ? table(text) : TextDocument.plain(text));
    }

    private static Document table(String text) {
        return TableDocument.of(text).<Document>map(table -> table).orElseGet(() -> TextDocument.plain(text));
    }

    private static boolean looksLikeHtml(String text) {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }
}
