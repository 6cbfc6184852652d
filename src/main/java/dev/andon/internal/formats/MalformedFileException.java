package dev.andon.internal.formats;

/** A file, or a line of one, that cannot be decoded. */
public final class MalformedFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    /**
     * Creates one.
     *
     * @param source the file, and the line where there are several
     * @param why the cause, as a sentence about "it"
     */
    public MalformedFileException(String source, String why) {
        super(source + " cannot be read: " + why);
        this.why = why;
    }

    /** Returns the cause without the file, for a message that names the file itself. */
    public String why() {
        return why;
    }
}
