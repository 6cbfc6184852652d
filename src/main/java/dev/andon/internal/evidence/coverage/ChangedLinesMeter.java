package dev.andon.internal.evidence.coverage;

import dev.andon.internal.evidence.ChangedCoverage;
import dev.andon.internal.evidence.Counter;
import dev.andon.internal.evidence.LineRange;
import dev.andon.internal.evidence.changes.ChangedSource;
import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ISourceFileCoverage;
import org.jacoco.core.analysis.ISourceNode;
import org.jacoco.core.data.ExecutionDataStore;

/** Measures how many of the changed lines were covered. */
public final class ChangedLinesMeter {

    /** Declarations that produce a class file; a file of comments or type aliases produces none. */
    private static final Pattern DECLARATION =
            Pattern.compile("\\b(?:class|interface|enum|record|object|fun|val|var)\\b");

    private final ProductionClasses files;
    private final Predicate<ChangedSource> isOfTests;
    private final ExecutionDataStore hits;
    private final Optional<AgentSettings> agent;
    private final Staleness staleness;
    private final Analysis analysis = new Analysis();
    private final List<String> uncovered = new ArrayList<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private int covered;
    private int total;

    private ChangedLinesMeter(
            ProductionClasses files,
            Predicate<ChangedSource> isOfTests,
            CoverageData data,
            Optional<AgentSettings> agent) {
        this.files = files;
        this.isOfTests = isOfTests;
        this.agent = agent;
        this.hits = data.all();
        this.staleness = new Staleness(files);
        problems.addAll(data.obstacles());
    }

    /**
     * Measures the changed production sources; others, such as those of tests, have no part in it.
     *
     * @param isOfTests whether test classes were compiled from a source
     */
    public static ChangedCoverage measure(
            List<ChangedSource> sources,
            ProductionClasses files,
            Predicate<ChangedSource> isOfTests,
            CoverageData data,
            Optional<AgentSettings> agent) {
        ChangedLinesMeter meter = new ChangedLinesMeter(files, isOfTests, data, agent);
        sources.stream()
                .filter(source -> !source.lines().isEmpty() && !isDeclaration(source.name()))
                .forEach(meter::measure);
        return new ChangedCoverage(
                new Counter(meter.covered, meter.total),
                List.copyOf(meter.uncovered),
                List.copyOf(meter.leftOut),
                meter.problems.stream().distinct().toList());
    }

    private static boolean isDeclaration(String name) {
        return name.equals("package-info.java") || name.equals("module-info.java");
    }

    private void measure(ChangedSource source) {
        List<ISourceFileCoverage> found = new ArrayList<>();
        boolean compiled = find(source, source.module(), found);
        if (!compiled && source.place() != ChangedSource.Place.PRODUCTION) {
            // A plugin, or a link, may let other modules compile it.
            for (String module : files.modules()) {
                compiled |= find(source, module, found);
            }
        }
        if (!found.isEmpty()) {
            tally(found, source);
        } else if (!compiled
                && text(source.file()).stream()
                        .anyMatch(line -> DECLARATION.matcher(line).find())) {
            notCompiled(source);
        }
    }

    private void notCompiled(ChangedSource source) {
        boolean decisive = source.place() == ChangedSource.Place.PRODUCTION
                || (source.place() == ChangedSource.Place.ANYWHERE && files.haveCodeAround(source.packageName()));
        if (decisive && !isOfTests.test(source)) {
            problems.add("No class file of "
                    + (source.place() == ChangedSource.Place.PRODUCTION ? "module " + source.module() : "this build")
                    + " was compiled from the changed " + source.file() + ": build it again, with `clean`"
                    + (source.place() == ChangedSource.Place.PRODUCTION
                            ? "."
                            : "; where no module compiles it, it needs another package than the production code has."));
        } else if (source.place() == ChangedSource.Place.OTHER_MODULE) {
            leftOut.add(source.name() + " (in a module that is not judged here)");
        } else if (source.place() == ChangedSource.Place.ANYWHERE && !isOfTests.test(source)) {
            leftOut.add(source.name() + " (nothing in this build is compiled from it)");
        }
    }

    /** Adds what is known of a file in one module, and returns whether the module holds classes that were compiled from it. */
    private boolean find(ChangedSource source, String module, List<ISourceFileCoverage> found) {
        CoverageSum sum = new CoverageSum();
        List<ProductionClass> own = new ArrayList<>();
        boolean compiled = false;
        boolean lines = false;
        for (ProductionClass type : files.inPackage(module, source.packageName())) {
            IClassCoverage coverage = analysis.of(type, hits).orElse(null);
            boolean named = isNamedAfter(source, type);
            if (coverage == null) {
                compiled |= named || type.sourceFile().equals(source.name());
                analysis.unreadable(type.name()).filter(why -> named).ifPresent(problems::add);
            } else if (source.name().equals(coverage.getSourceFileName())
                    || (coverage.getSourceFileName() == null && named)) {
                compiled = true;
                Optional<String> setting = agent.flatMap(settings -> settings.leavesOut(type.name()));
                if (setting.isPresent()) {
                    leftOut.add(source.name() + " (the JaCoCo agent leaves it out: " + setting.get() + ")");
                    continue;
                }
                sum.add(coverage);
                own.add(type);
                lines |= coverage.getSourceFileName() != null && coverage.getFirstLine() != ISourceNode.UNKNOWN_LINE;
            }
        }
        problems.addAll(staleness.in(hits, own));
        if (!own.isEmpty() && !lines) {
            problems.add("The class files of module " + module + " that were compiled from the changed "
                    + source.file()
                    + " hold no line numbers, so it cannot be determined which of its lines ran: compile with "
                    + "javac -g, or -g:source,lines at least.");
            return true;
        }
        sum.sourceFiles().filter(file -> file.getName().equals(source.name())).forEach(found::add);
        return compiled;
    }

    /**
     * For classes in which nothing counts, as where JaCoCo leaves generated code out, or whose source file is not
     * told.
     */
    private static boolean isNamedAfter(ChangedSource source, ProductionClass type) {
        String stem = source.name().substring(0, source.name().lastIndexOf('.'));
        String simple = type.name().substring(type.name().lastIndexOf('.') + 1);
        return simple.equals(stem) || simple.startsWith(stem + "$") || simple.equals(stem + "Kt");
    }

    /** A line of a file that several modules compile is covered where it is covered in one of them. */
    private void tally(List<ISourceFileCoverage> compiled, ChangedSource source) {
        SourceText text = SourceText.of(text(source.file()));
        NavigableSet<Integer> missed = new TreeSet<>();
        for (int line : source.lines()) {
            int status = status(compiled, line, text);
            if (status != ICounter.EMPTY) {
                total++;
                if (status == ICounter.NOT_COVERED) {
                    missed.add(line);
                } else {
                    covered++;
                }
            }
        }
        if (!missed.isEmpty()) {
            LineRange.of(
                            missed.first(),
                            missed.last(),
                            missed::contains,
                            line -> status(compiled, line, text) == ICounter.EMPTY)
                    .forEach(range -> uncovered.add(source.name() + ":" + range + place(source)));
        }
    }

    /** Which of several files of that name in this build it is; empty where there is one. */
    private String place(ChangedSource source) {
        String stem = source.name().substring(0, source.name().lastIndexOf('.'));
        return files.namesakes(stem) < 2
                ? ""
                : " (" + source.packageName() + (source.packageName().isEmpty() ? "" : ", ") + "module "
                        + source.module() + ")";
    }

    private static int status(List<ISourceFileCoverage> compiled, int line, SourceText text) {
        // The constants are bits: not covered, covered, and both of them for partly covered.
        return compiled.stream()
                .mapToInt(coverage -> status(coverage, line, text))
                .max()
                .orElse(ICounter.EMPTY);
    }

    /** A line that JaCoCo calls empty, and that continues a statement, has the status of the line that the code is on. */
    private static int status(ISourceFileCoverage coverage, int line, SourceText text) {
        int status = coverage.getLine(line).getStatus();
        OptionalInt next = text.hasCode(line) ? OptionalInt.of(line) : OptionalInt.empty();
        while (status == ICounter.EMPTY && next.isPresent()) {
            next = text.continued(next.getAsInt());
            status = next.isPresent() ? coverage.getLine(next.getAsInt()).getStatus() : ICounter.EMPTY;
        }
        return status;
    }

    private List<String> text(Path file) {
        try {
            return new String(InputFile.bytes(file, InputFile.LARGEST), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        } catch (IOException failure) {
            problems.add("The changed " + file + " cannot be read (" + failure + ").");
            return List.of();
        }
    }
}
