package dev.andon.internal.tell;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Groups the results that fail by what they have in common. */
final class FailureCauses {
    private FailureCauses() {}

    /** What failing results have in common, and the results. */
    record Cause(String practice, Verdict verdict, String finding, List<Failure> failures) {
        Failure example() {
            return failures.get(0);
        }
    }

    /** A failing result, and what it is about. */
    record Failure(String module, String name, String label, PracticeResult result) {

        /** Returns what identifies its findings in another build, as in a baseline. */
        List<String> keys() {
            return FindingKeys.of(name, result);
        }
    }

    private record Key(String practice, Verdict verdict, String finding) {}

    /** Returns the causes, that of most failures first. */
    static List<Cause> of(Report report) {
        return of(failures(report));
    }

    /** Returns the causes of some failures, that of most failures first. */
    static List<Cause> of(List<Failure> failures) {
        Map<Key, List<Failure>> causes = new LinkedHashMap<>();
        failures.forEach(failure -> causes.computeIfAbsent(key(failure.result()), key -> new ArrayList<>())
                .add(failure));
        return causes.entrySet().stream()
                .map(entry -> new Cause(
                        entry.getKey().practice(),
                        entry.getKey().verdict(),
                        entry.getKey().finding(),
                        entry.getValue()))
                .sorted((one, other) ->
                        Integer.compare(other.failures().size(), one.failures().size()))
                .toList();
    }

    /** Returns the results that fail. */
    static List<Failure> failures(Report report) {
        return Stream.concat(
                        report.subjects().flatMap(subject -> subject.practices().stream()
                                .map(result -> new Failure(subject.module(), subject.name(), subject.label(), result))),
                        report.codebase().stream()
                                .map(result -> new Failure("", Report.CODEBASE, Report.CODEBASE, result)))
                .filter(failure -> failure.result().verdict().fails())
                .toList();
    }

    private static Key key(PracticeResult result) {
        return new Key(result.id(), result.verdict(), result.finding());
    }
}
