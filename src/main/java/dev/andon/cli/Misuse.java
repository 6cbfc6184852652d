package dev.andon.cli;

/** What the user wrote or named is wrong: one line on standard error, and the exit code 2. */
final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1;

    Misuse(String message) {
        super(message);
    }
}
