package dev.andon.internal.estate;

import dev.andon.Level;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.tell.ServiceLevels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sums over the projects that were added; of single projects and services it keeps a fixed number. */
public final class Estate {
    private static final int KEPT = 20;
    private static final int FEW = 40;

    private final Map<Level, Long> levels = new EnumMap<>(Level.class);
    private final Map<String, Map<Verdict, Long>> practices = new TreeMap<>();
    private final List<Project> worst = new ArrayList<>();
    private final List<Unjudged> unjudged = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private long judgedProjects;
    private long unjudgedProjects;
    private long serviceCount;
    private long canaryCount;
    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    private final EstateRows matrix = new EstateRows();

    /** A project whose results fail, by practice. */
    public record Project(String name, long failing, Map<String, Long> practices) {}

    /** A project that could not be judged. */
    public record Unjudged(String name, String why) {}

    /** A service and the level that it has reached. */
    public record Service(String project, String label, Level level, long failing) {}

    /** Adds a project; one whose report says nothing counts as not judged. */
    public void add(String name, WrittenReport report) {
        List<PracticeResult> results = results(report).toList();
        if (results.isEmpty()) {
            notJudged(
                    name,
                    report.enabled() ? "its report holds no result" : "it was switched off by andon.enabled=false");
            return;
        }
        judgedProjects++;
        matrix.add(name, report);
        serviceCount += report.services().size();
        canaryCount += report.canaries().size();
        Map<String, Long> failing = new LinkedHashMap<>();
        for (PracticeResult result : results) {
            counts.merge(result.verdict(), 1L, Long::sum);
            practices
                    .computeIfAbsent(result.id(), id -> new EnumMap<>(Verdict.class))
                    .merge(result.verdict(), 1L, Long::sum);
            if (result.verdict().fails()) {
                failing.merge(result.id(), 1L, Long::sum);
            }
        }
        for (ServiceResult service : report.services()) {
            Level level = ServiceLevels.of(service, report.level());
            levels.merge(level, 1L, Long::sum);
            // One more than is shown, so that the reader of the sums can tell that there are more.
            if (services.size() <= FEW) {
                services.add(new Service(name, service.label(), level, failing(service)));
            }
        }
        long sum = failing.values().stream().mapToLong(count -> count).sum();
        if (sum > 0) {
            worst.add(new Project(name, sum, failing));
            worst.sort(Comparator.comparing(Project::failing).reversed().thenComparing(Project::name));
            if (worst.size() > KEPT) {
                worst.remove(KEPT);
            }
        }
    }

    /** Adds a project that could not be judged, and says why. */
    public void notJudged(String name, String why) {
        unjudgedProjects++;
        if (unjudged.size() < KEPT) {
            unjudged.add(new Unjudged(name, why));
        }
    }

    private static Stream<PracticeResult> results(WrittenReport report) {
        return Stream.concat(
                Stream.concat(report.services().stream(), report.canaries().stream())
                        .flatMap(subject -> subject.practices().stream()),
                report.codebase().stream());
    }

    static long failing(ServiceResult service) {
        return service.practices().stream()
                .filter(result -> result.verdict().fails())
                .count();
    }

    /** Returns how many projects were judged. */
    public long judged() {
        return judgedProjects;
    }

    /** Returns how many projects could not be judged. */
    public long notJudged() {
        return unjudgedProjects;
    }

    /** Returns how many results of all projects have a verdict. */
    public long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    long serviceCount() {
        return serviceCount;
    }

    long canaryCount() {
        return canaryCount;
    }

    /** Returns the practices that some result is about. */
    public Set<String> practicesFound() {
        return practices.keySet();
    }

    EstateRows matrix() {
        return matrix;
    }

    Map<Level, Long> levels() {
        return levels;
    }

    Map<String, Map<Verdict, Long>> practices() {
        return practices;
    }

    List<Project> worst() {
        return worst;
    }

    List<Unjudged> unjudged() {
        return unjudged;
    }

    /** Returns all services, or none where there are too many to show. */
    List<Service> services() {
        return services.size() > FEW ? List.of() : services;
    }
}
