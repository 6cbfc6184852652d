package dev.andon.internal.canary.values;

/** What happens to the values of a document; its format and structure stay well-formed. */
public enum ValueChange {
    /** Each value becomes another of the same type and length: dates stay dates, numbers stay numbers. */
    SAME_LENGTH("every value replaced by another of the same length"),
    /** Each text becomes another of another length that does not contain it. */
    OTHER_LENGTH("every text replaced by a longer one"),
    /** Each text becomes one of the same length without letters and digits. */
    GARBLED("every text garbled"),
    /** Each value becomes {@code null}. */
    NULL("every value null"),
    /** Each value is left out. */
    MISSING("every value missing"),
    /** Each text becomes empty. */
    EMPTY_TEXT("every text empty"),
    /** Each number becomes negative. */
    NEGATIVE("every number negative"),
    /** Each number becomes a lower one of the same length, below zero where its length allows that. */
    LOWER("every number replaced by a lower one of the same length"),
    /** Each number becomes as large as one of its type can be, or a million times as large where it has a fraction. */
    ENORMOUS("every number enormous"),
    /** Each list becomes empty. */
    EMPTY_LIST("every list empty"),
    /** Each line of a list becomes a blank one of the same length. */
    BLANK_LINES("every line blank"),
    /** Each list loses its last element. */
    ONE_LESS("every list one element shorter"),
    /** Each empty list gets an element. */
    ONE_MORE("an element in every empty list");

    private final String description;

    ValueChange(String description) {
        this.description = description;
    }

    /** Returns what the changed response has, as the rest of a sentence. */
    public String description() {
        return description;
    }
}
