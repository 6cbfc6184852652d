package dev.andon.internal.text;

import java.util.List;

/** Shortens a long list for use in a sentence. */
public final class FirstFew {
    private FirstFew() {}

    /** Returns the first names, and how many more there are: {@code a, b and 3 more}. */
    public static String of(List<String> names, int shown) {
        String first = String.join(", ", names.subList(0, Math.min(shown, names.size())));
        return names.size() > shown ? first + " and " + (names.size() - shown) + " more" : first;
    }
}
