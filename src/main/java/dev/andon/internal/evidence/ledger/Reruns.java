package dev.andon.internal.evidence.ledger;

import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.evidence.ledger.LedgerReader.RecordedLine;
import dev.andon.internal.formats.LedgerLine;
import dev.andon.internal.formats.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes one run of several lines about a class in one file: there a later line is a rerun of what failed, or the same
 * class in a suite. Lines of different files are runs of their own, as when a class belongs to two executions.
 */
final class Reruns {

    private Reruns() {}

    private record Key(Path file, String className) {}

    static List<ClassRun> merge(List<RecordedLine> lines) {
        Map<Key, ClassRun> merged = new LinkedHashMap<>();
        for (RecordedLine recorded : lines) {
            merged.merge(
                    new Key(recorded.file(), recorded.line().className()),
                    classRun(recorded.line(), recorded.file()),
                    Reruns::rerun);
        }
        return List.copyOf(merged.values());
    }

    /** Of each class the lines of the file where it ended last: the earlier files are of builds before. */
    static List<RecordedLine> last(List<RecordedLine> lines) {
        Map<String, RecordedLine> last = new HashMap<>();
        for (RecordedLine line : lines) {
            last.merge(line.line().className(), line, Reruns::later);
        }
        return lines.stream()
                .filter(line -> line.file()
                        .equals(Objects.requireNonNull(last.get(line.line().className()))
                                .file()))
                .toList();
    }

    static ClassRun classRun(LedgerLine line, Path file) {
        return new ClassRun(
                line.className(),
                line.outcome(),
                line.reason(),
                line.tests().stream().map(Reruns::testRun).toList(),
                line.finished(),
                file.toString());
    }

    private static TestRun testRun(LedgerLine.Test test) {
        return new TestRun(
                test.id(), test.className(), test.methodName(), test.outcome(), false, test.millis(), test.tags());
    }

    private static RecordedLine later(RecordedLine a, RecordedLine b) {
        return b.line().finished().isBefore(a.line().finished()) ? a : b;
    }

    private static ClassRun rerun(ClassRun before, ClassRun after) {
        Map<String, TestRun> tests = new LinkedHashMap<>();
        before.tests().forEach(test -> tests.put(identity(test), test));
        boolean classFailed = before.outcome() == Outcome.FAILED;
        for (TestRun test : after.tests()) {
            TestRun earlier = tests.get(identity(test));
            if (earlier != null && !earlier.uniqueId().equals(test.uniqueId())) {
                tests.put(identity(test), worse(earlier, test));
                continue;
            }
            boolean failedBefore =
                    earlier == null ? classFailed : earlier.outcome() == Outcome.FAILED || earlier.flaky();
            tests.put(identity(test), withFlaky(test, failedBefore && test.outcome() == Outcome.SUCCESSFUL));
        }
        return new ClassRun(
                after.className(),
                after.outcome(),
                after.reason(),
                new ArrayList<>(tests.values()),
                List.of(before.finished(), after.finished()).stream()
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                after.source());
    }

    // A suite runs with an engine of its own inside, JUnit 4's below a runner of its own.
    private static String identity(TestRun test) {
        String id = test.uniqueId();
        String inEngine = id.substring(Math.max(0, id.lastIndexOf("[engine:")));
        return inEngine.startsWith("[engine:junit-vintage]")
                ? test.className() + inEngine.substring(inEngine.lastIndexOf('/') + 1)
                : inEngine;
    }

    // Once by itself and once in a suite: no rerun, so that a failure in either stays one.
    private static TestRun worse(TestRun one, TestRun other) {
        if (one.outcome() == Outcome.FAILED || other.outcome() == Outcome.FAILED) {
            return one.outcome() == Outcome.FAILED ? one : other;
        }
        return one.outcome() == Outcome.SUCCESSFUL ? one : other;
    }

    private static TestRun withFlaky(TestRun test, boolean flaky) {
        return new TestRun(
                test.uniqueId(),
                test.className(),
                test.methodName(),
                test.outcome(),
                flaky,
                test.millis(),
                test.tags());
    }
}
