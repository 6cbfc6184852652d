package dev.andon.internal.require;

/** What coverage counts. */
public enum CounterType {
    LINE("line"),
    BRANCH("branch"),
    METHOD("method"),
    INSTRUCTION("instruction");

    private final String singular;

    CounterType(String singular) {
        this.singular = singular;
    }

    /** Returns the noun for one of them, for example {@code branch}. */
    public String singular() {
        return singular;
    }
}
