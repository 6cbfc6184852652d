package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.PracticeFinding;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Merges the reports of several readiness classes, or modules, into one. */
public final class ReportMerger {
    private final List<MergedSubject> subjects;

    private ReportMerger(List<MergedSubject> subjects) {
        this.subjects = subjects;
    }

    /** The results of a service or canary, and the readiness class that requires them. */
    private record MergedSubject(ServiceResult service, boolean canary, String readinessClass) {}

    /** One of the reports, and the name of the readiness class or module that it belongs to. */
    private record Part(String who, Report report) {}

    /** Merges the reports; a result or note about no single service names its readiness class. */
    public static Report together(List<Report> reports) {
        List<MergedSubject> subjects = reports.stream()
                .flatMap(report -> subjects(report, report.readinessClass()))
                .toList();
        return together(
                reports.stream().map(Report::readinessClass).collect(Collectors.joining(", ")),
                subjects,
                reports.stream()
                        .map(report -> new Part(ClassNames.simple(report.readinessClass()), report))
                        .toList());
    }

    /** Merges the reports of several modules that one caller judged separately, each for its own services. */
    public static Report ofModules(Map<String, Report> reports) {
        List<MergedSubject> subjects = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        reports.forEach((module, report) -> {
            subjects(report, module)
                    .filter(subject -> subject.service().module().equals(module))
                    .forEach(subjects::add);
            List<ServiceCoverage> coverage = report.coverage().stream()
                    .filter(stated -> stated.module().equals(module))
                    .toList();
            parts.add(new Part("module " + module, report.withCoverage(coverage)));
        });
        return together(parts.get(0).report().readinessClass(), subjects, parts);
    }

    private static Stream<MergedSubject> subjects(Report report, String readinessClass) {
        return Stream.concat(
                report.services().stream().map(service -> new MergedSubject(service, false, readinessClass)),
                report.canaries().stream().map(canary -> new MergedSubject(canary, true, readinessClass)));
    }

    private static Report together(String readinessClass, List<MergedSubject> subjects, List<Part> parts) {
        List<PracticeResult> codebase = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Part part : parts) {
            String who = part.who() + ": ";
            part.report().codebase().forEach(result -> codebase.add(prefixed(who, result)));
            part.report().notes().forEach(note -> notes.add(who + note));
        }
        return new Report(
                readinessClass,
                level(parts),
                labelled(subjects, false),
                labelled(subjects, true),
                codebase,
                notes,
                parts.stream()
                        .flatMap(part -> part.report().coverage().stream())
                        .distinct()
                        .toList(),
                parts.stream().map(part -> part.report().details()).reduce(ReportDetails.NONE, ReportDetails::and));
    }

    /** Returns the level that all reports require, or {@code NONE} if they differ. */
    private static Level level(List<Part> parts) {
        Set<Level> levels = parts.stream().map(part -> part.report().level()).collect(Collectors.toSet());
        return levels.size() == 1 ? levels.iterator().next() : Level.NONE;
    }

    private static List<ServiceResult> labelled(List<MergedSubject> subjects, boolean canary) {
        ReportMerger merger = new ReportMerger(subjects);
        return subjects.stream()
                .filter(subject -> subject.canary() == canary)
                .map(merger::labelled)
                .toList();
    }

    private static PracticeResult prefixed(String who, PracticeResult result) {
        return new PracticeResult(
                result.id(),
                result.verdict(),
                result.evidence(),
                result.tests(),
                result.finding(),
                who + result.found(),
                result.fix(),
                result.findings().stream()
                        .map(finding -> prefixed(who, finding))
                        .toList());
    }

    private static PracticeFinding prefixed(String who, PracticeFinding finding) {
        return new PracticeFinding(
                finding.verdict(),
                finding.keys().stream().map(key -> who + key).toList(),
                finding.tests(),
                who + finding.found(),
                finding.fix());
    }

    private ServiceResult labelled(MergedSubject subject) {
        ServiceResult service = subject.service();
        String label = Stream.<Function<MergedSubject, String>>of(
                        each -> each.service().label(),
                        each -> ClassNames.simple(each.service().name()) + " ("
                                + each.service().module() + ")",
                        each -> each.service().name() + " (" + each.service().module() + ")",
                        each -> each.service().label() + " (" + ClassNames.simple(each.readinessClass()) + ")")
                .filter(name -> subjects.stream()
                                .filter(other -> name.apply(other).equals(name.apply(subject)))
                                .count()
                        == 1)
                .findFirst()
                .orElseGet(() -> each -> each.service().label() + " (" + each.readinessClass() + ")")
                .apply(subject);
        return new ServiceResult(service.name(), label, service.module(), service.practices());
    }
}
