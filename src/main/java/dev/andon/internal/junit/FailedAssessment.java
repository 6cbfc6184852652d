package dev.andon.internal.junit;

import dev.andon.OperationalReadinessError;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.text.VisibleText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** One clear failure in the place of an unexpected error's trace, which goes to a file. */
final class FailedAssessment {
    private static final String TRACE = "error.txt";

    private FailedAssessment() {}

    static OperationalReadinessError because(Throwable unexpected, Path folder) {
        String file = InputFile.lastOpened();
        return new OperationalReadinessError(VisibleText.ofLines("Andon could not judge the build: " + unexpected
                + (file.isEmpty() ? "" : "; the last file that was read is " + file)
                + "\n  fix:      "
                + (unexpected instanceof OutOfMemoryError
                        ? "give the JVM of the tests more memory (argLine, -Xmx)"
                        : "if that file is damaged, build again with `clean`; if not, please report this with "
                                + trace(unexpected, folder))));
    }

    private static String trace(Throwable unexpected, Path folder) {
        StringWriter text = new StringWriter();
        unexpected.printStackTrace(new PrintWriter(text));
        try {
            OutputFile.write(folder, TRACE, text.toString());
            return folder.resolve(TRACE).toString();
        } catch (IOException unwritable) {
            return "its stack trace, which cannot be written to " + folder + " (" + unwritable.getMessage() + ")";
        }
    }
}
