package dev.andon.internal.evidence.changes;

/** Reads the output of git for tests of other packages. */
public final class DiffReading {
    private DiffReading() {}

    /** Reads a diff, and returns why that is not possible; empty where it is. */
    public static String reason(String text) {
        try {
            Diff.parse(text);
            return "";
        } catch (ChangesUnknown said) {
            return String.valueOf(said.getMessage());
        }
    }
}
