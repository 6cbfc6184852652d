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

    /** The results of a service or canary, and who requires them. */
    private record MergedSubject(ServiceResult service, boolean canary, String who) {}

    /**
     * What one readiness class judged.
     *
     * @param module the module that holds it
     */
    public record Judged(String module, Report report) {}

    /** One of the reports, and the name of the readiness class or module that it belongs to. */
    private record Part(String who, Report report) {}

    /** Merges the reports; a result or note about no single service names its readiness class. */
    public static Report together(List<Judged> all) {
        List<Part> parts = all.stream()
                .map(judged -> new Part(who(judged, all), judged.report()))
                .toList();
        List<MergedSubject> subjects = parts.stream()
                .flatMap(part -> subjects(part.report(), part.who()))
                .toList();
        return together(
                all.stream().map(judged -> judged.report().readinessClass()).collect(Collectors.joining(", ")),
                subjects,
                parts);
    }

    /** Returns the simple name of a readiness class; of several equal ones the whole name, or the module where that is equal too. */
    private static String who(Judged judged, List<Judged> all) {
        return Stream.<Function<Judged, String>>of(
                        each -> ClassNames.simple(each.report().readinessClass()),
                        each -> each.report().readinessClass(),
                        each -> ClassNames.simple(each.report().readinessClass()) + " in " + each.module())
                .filter(name -> all.stream()
                                .filter(other -> name.apply(other).equals(name.apply(judged)))
                                .count()
                        == 1)
                .findFirst()
                .orElse(each -> each.report().readinessClass() + " in " + each.module())
                .apply(judged);
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

    private static Stream<MergedSubject> subjects(Report report, String who) {
        return Stream.concat(
                report.services().stream().map(service -> new MergedSubject(service, false, who)),
                report.canaries().stream().map(canary -> new MergedSubject(canary, true, who)));
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
                        each -> each.service().name() + " (" + each.service().module() + ")")
                .filter(name -> subjects.stream()
                                .filter(other -> name.apply(other).equals(name.apply(subject)))
                                .count()
                        == 1)
                .findFirst()
                .orElseGet(() -> each -> each.service().label() + " (" + each.who() + ")")
                .apply(subject);
        return new ServiceResult(service.name(), label, service.module(), service.practices());
    }
}
