package dev.andon.internal.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Says in words why a file cannot be read or written: the message of a file system's error is often the name alone. */
public final class FileProblem {
    private FileProblem() {}

    /** Returns what is wrong with which file. */
    public static String of(IOException failed) {
        if (!(failed instanceof FileSystemException named) || named.getFile() == null) {
            return failed.getMessage() == null ? failed.toString() : failed.getMessage();
        }
        String why = named.getReason() == null ? named.getClass().getSimpleName() : named.getReason();
        if (named instanceof NoSuchFileException) {
            return named.getFile() + " does not exist";
        }
        if (named instanceof AccessDeniedException) {
            return named.getFile() + " may not be read or written by this user";
        }
        if (named instanceof FileSystemLoopException) {
            return named.getFile() + " is a link that leads back to itself";
        }
        return named.getFile() + ": " + why;
    }
}
