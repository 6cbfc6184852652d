package dev.andon.internal.assess;

import dev.andon.internal.files.InputFile;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.formats.Baseline;
import dev.andon.internal.formats.BaselineCodec;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.judge.BaselineCheck;
import dev.andon.internal.judge.KnownViolations;
import dev.andon.internal.judge.Report;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.AndonVariables;
import dev.andon.internal.text.BuildTool;
import dev.andon.internal.text.ClassNames;
import dev.andon.internal.text.Plural;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The file of known violations in a folder. It is written only where a user asks for that.
 *
 * @param folder the folder of the module that holds the readiness class
 * @param name the file's name
 * @param command returns the command that creates or updates the file, for messages
 */
public record BaselineFile(Path folder, String name, Function<BaselineMode, String> command) {

    /** Returns the file of a build. */
    public static BaselineFile ofBuild(Path folder, String name) {
        return new BaselineFile(folder, name, mode -> {
            String property = "-D" + BaselineMode.KEY + "=" + mode.word();
            if (BuildTool.maven(folder)) {
                return "mvn verify " + property;
            }
            return BuildTool.gradle(folder)
                    ? AndonVariables.nameOf(BaselineMode.KEY) + "=" + mode.word() + " gradle check"
                    : property;
        });
    }

    /** Returns the file's name; of several readiness classes in one module, each has a file of its own. */
    static String name(String readinessClass, boolean several) {
        return several
                ? BaselineCodec.NAME.replace(".txt", "-" + ClassNames.simple(readinessClass) + ".txt")
                : BaselineCodec.NAME;
    }

    /**
     * Returns the report in which known violations are baselined, and writes the file where the mode says so.
     *
     * @throws ConfigurationException if the file is damaged, or cannot be read or written
     */
    public Report apply(Report report, BaselineMode mode, Requirements.BaselineLimits limits, LocalDate today) {
        boolean exists = Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
        Baseline before = exists ? read() : Baseline.NONE;
        if (mode == BaselineMode.APPLY && !exists && limits.equals(Requirements.BaselineLimits.NONE)) {
            return report;
        }
        if (mode == BaselineMode.UPDATE && !exists) {
            throw new ConfigurationException("there is no " + folder.resolve(name) + " to update; to record what is "
                    + "violated now: " + command.apply(BaselineMode.CREATE));
        }
        Baseline after =
                switch (mode) {
                    case APPLY -> before;
                    case CREATE -> KnownViolations.record(report, before, today);
                    case UPDATE -> before.without(KnownViolations.fixed(report, before));
                };
        Report applied = BaselineCheck.apply(
                report, new BaselineCheck.File(name, command.apply(BaselineMode.UPDATE), after), limits, today);
        return mode == BaselineMode.APPLY ? applied : written(applied, before, after);
    }

    private Report written(Report report, Baseline before, Baseline after) {
        try {
            OutputFile.write(folder, name, BaselineCodec.encode(after));
        } catch (IOException unwritable) {
            throw new ConfigurationException(folder.resolve(name) + " cannot be written: " + unwritable.getMessage());
        }
        List<String> notes = new ArrayList<>(report.notes());
        notes.add("the baseline " + folder.resolve(name) + " now holds "
                + Plural.count(after.entries().size(), "known violation") + " (before: "
                + before.entries().size() + "); commit it");
        return report.withNotes(notes);
    }

    private Baseline read() {
        Path file = folder.resolve(name);
        if (Files.isSymbolicLink(file)) {
            throw new ConfigurationException(
                    file + " is a link, and a baseline is not read through links: put the file itself there");
        }
        try {
            return BaselineCodec.decode(InputFile.text(file), file.toString());
        } catch (IOException unreadable) {
            throw new ConfigurationException(file + " cannot be read: " + unreadable.getMessage());
        } catch (MalformedFileException malformed) {
            throw new ConfigurationException(malformed.getMessage()
                    + ": take the file from version control; or remove it, and record what is violated now: "
                    + command.apply(BaselineMode.CREATE));
        }
    }
}
