package dev.andon.internal.assess;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.formats.CanaryRecord;
import dev.andon.internal.judge.Evaluation;
import dev.andon.internal.judge.Report;
import dev.andon.internal.judge.ReportDetails;
import dev.andon.internal.judge.ServiceCoverage;
import dev.andon.internal.require.ReadinessDeclaration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The assessment of a build: its report, and results of further queries. */
public final class Assessment {
    private final Optional<Module> home;
    private final String baselineName;
    private final Workspace workspace;
    private final Evaluation evaluation;
    private final Report report;

    private final Map<Path, List<CanaryRecord>> canaryRecords;

    Assessment(
            ReadinessDeclaration declaration,
            Optional<Module> home,
            String baselineName,
            Workspace workspace,
            Evaluation evaluation,
            List<ServiceCoverage> coverage,
            Map<String, ReportDetails.Source> sources,
            Map<Path, List<CanaryRecord>> canaryRecords,
            List<String> notes) {
        this.canaryRecords = canaryRecords;
        this.home = home;
        this.baselineName = baselineName;
        this.workspace = workspace;
        this.evaluation = evaluation;
        Report judged = evaluation.report(declaration.readinessClass());
        // One cause is said once: a note of judging may quote it already.
        Stream<String> further =
                notes.stream().filter(note -> judged.notes().stream().noneMatch(said -> said.contains(note)));
        this.report = judged.withCoverage(coverage)
                .withDetails(judged.details().withSources(sources))
                .withNotes(Stream.of(judged.notes().stream(), Stream.of(evaluation.levelSummary()), further)
                        .flatMap(all -> all)
                        .toList());
    }

    private Assessment(Assessment other, Report report) {
        this.home = other.home;
        this.baselineName = other.baselineName;
        this.workspace = other.workspace;
        this.evaluation = other.evaluation;
        this.canaryRecords = other.canaryRecords;
        this.report = report;
    }

    /** Returns the same assessment with a report in which a baseline is applied. */
    public Assessment withReport(Report baselined) {
        return new Assessment(this, baselined);
    }

    /** Returns the answers to what the readiness class asks. */
    public Report report() {
        return report;
    }

    /** Returns the module that holds the readiness class. */
    public Optional<Module> home() {
        return home;
    }

    /** Returns the name of the readiness class's baseline in that module's folder. */
    public String baselineName() {
        return baselineName;
    }

    /** Returns the assessed workspace. */
    public Workspace workspace() {
        return workspace;
    }

    /** Returns what the readiness class's module has to record of its canaries, by the folder of classes that takes it. */
    public Map<Path, List<CanaryRecord>> canaryRecords() {
        return canaryRecords;
    }

    /** Judges one service by the practice of one kind of test, whether the readiness class asks for it or not. */
    public Optional<PracticeResult> ask(String service, TestKind kind) {
        return report.services().stream()
                .filter(result -> result.name().equals(service))
                .findFirst()
                .flatMap(result -> result.practice(kind.practice()))
                .or(() -> evaluation.result(service, kind.practice()));
    }
}
