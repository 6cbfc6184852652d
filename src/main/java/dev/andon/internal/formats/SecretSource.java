package dev.andon.internal.formats;

/**
 * Where the value of a setting comes from: the settings file itself, or what keeps secrets out of it.
 *
 * @param kind where it is
 * @param text the value itself, the variable's name, or the file's path
 */
public record SecretSource(Kind kind, String text) {

    /** Where a value is. */
    public enum Kind {
        /** In the settings file, so it is no secret. */
        WRITTEN,
        /** In an environment variable. */
        VARIABLE,
        /** In a file of its own, without the line end. */
        FILE
    }
}
