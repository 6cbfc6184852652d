package dev.andon.internal.text;

/** Counts in English. */
public final class Plural {
    private Plural() {}

    /** Returns {@code 1 test class} or {@code 2 test classes}. */
    public static String count(long number, String noun) {
        return number + " " + (number == 1 ? noun : of(noun));
    }

    /** Returns the plural of a noun. */
    public static String of(String noun) {
        if (noun.endsWith("ry")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + (noun.endsWith("s") || noun.endsWith("ch") ? "es" : "s");
    }

    /** Returns the noun with its indefinite article: {@code a unit test}, {@code an end-to-end test}. */
    public static String withArticle(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 && !noun.startsWith("un") ? "an " : "a ") + noun;
    }
}
