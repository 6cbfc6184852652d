package dev.andon.internal.canary.record;

import dev.andon.internal.text.OutputFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes every run of a canary into the canary log, one line of JSON each, one file for each JVM: {@code
 * target/andon/canaries/<pid>.jsonl}, or below the folder that {@code andon.canary.log} names.
 */
public final class RunLog implements TestExecutionListener {
    private static final String FOLDER = "andon.canary.log";

    private @Nullable Path file;

    /** Made by the launcher. */
    public RunLog() {}

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        PlanKeys.of(plan);
        file = plan.getConfigurationParameters()
                .get(FOLDER)
                .map(Path::of)
                .orElseGet(() -> OutputFolder.find(key ->
                                plan.getConfigurationParameters().get(key).orElse(null))
                        .resolve("canaries"))
                .resolve(ProcessHandle.current().pid() + ".jsonl");
    }

    @Override
    public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        Path to = file;
        if (to != null) {
            PublishedRun.line(entry.getKeyValuePairs()).ifPresent(line -> append(to, line));
        }
    }

    private static synchronized void append(Path file, String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            // The outcome of the run does not depend on the log: report the problem, and leave the result alone.
            System.err.println("Andon: cannot write the canary log " + file + ": " + unwritable);
        }
    }
}
