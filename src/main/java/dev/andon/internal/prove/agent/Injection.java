package dev.andon.internal.prove.agent;

/** What one switch does. */
public enum Injection {
    /** The method throws at its head. */
    THROW,
    /** The method returns the emptiest value at once. */
    RETURN_EMPTY,
    /** The method runs, and other values are in what it returns. */
    CHANGE_VALUES,
    /** The method runs, and one element less is in what it returns. */
    DROP_ELEMENT
}
