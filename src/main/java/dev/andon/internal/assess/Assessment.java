package dev.andon.internal.assess;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.formats.CanaryRecord;
import dev.andon.internal.judge.Judge;
import dev.andon.internal.judge.LevelSummary;
import dev.andon.internal.judge.Report;
import dev.andon.internal.judge.ServiceCoverage;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.require.Requirements;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A build, looked at once: its report, and answers to what is asked besides. */
public final class Assessment {
    private final ReadinessDeclaration declaration;
    private final Workspace workspace;
    private final BuildEvidence findings;
    private final LocalDate today;
    private final Report report;

    private final Map<Path, List<CanaryRecord>> canaryRecords;

    Assessment(
            ReadinessDeclaration declaration,
            Workspace workspace,
            BuildEvidence findings,
            List<ServiceCoverage> coverage,
            Map<Path, List<CanaryRecord>> canaryRecords,
            LocalDate today,
            List<String> notes) {
        this.canaryRecords = canaryRecords;
        this.declaration = declaration;
        this.workspace = workspace;
        this.findings = findings;
        this.today = today;
        Report judged = Judge.judge(declaration.readinessClass(), findings, declaration.requirements(), today);
        this.report = judged.withCoverage(coverage)
                .withNotes(Stream.of(
                                judged.notes().stream(),
                                Stream.of(LevelSummary.sentence(findings, declaration.requirements(), today)),
                                notes.stream())
                        .flatMap(all -> all)
                        .toList());
    }

    /** Returns the answers to what the readiness class asks. */
    public Report report() {
        return report;
    }

    /** Returns the workspace that was looked at. */
    public Workspace workspace() {
        return workspace;
    }

    /** Returns what the readiness class's module has to record of its canaries, by the folder of classes that takes it. */
    public Map<Path, List<CanaryRecord>> canaryRecords() {
        return canaryRecords;
    }

    /** Judges one service by the practice of one kind of test, whether the readiness class asks for it or not. */
    public Optional<PracticeResult> ask(String service, TestKind kind) {
        Requirements one = declaration.requirements().withPractices(EnumSet.of(Practice.of(kind)));
        return Judge.judge(declaration.readinessClass(), findings, one, today).services().stream()
                .filter(result -> result.name().equals(service))
                .flatMap(result -> result.practices().stream())
                .findFirst();
    }
}
