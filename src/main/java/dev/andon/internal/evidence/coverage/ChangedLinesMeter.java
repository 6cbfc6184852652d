package dev.andon.internal.evidence.coverage;

import dev.andon.internal.evidence.changes.Changes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ISourceFileCoverage;
import org.jacoco.core.data.ExecutionDataStore;

/** Measures how many of the changed lines were covered. */
public final class ChangedLinesMeter {

    private final Changes changes;
    private final ClassFiles files;
    private final ExecutionDataStore hits;
    private final Staleness staleness;
    private final Analysis analysis = new Analysis();
    private final List<String> uncovered = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int covered;
    private int total;

    private ChangedLinesMeter(Changes changes, ClassFiles files, CoverageData data) {
        this.changes = changes;
        this.files = files;
        this.hits = data.all();
        this.staleness = new Staleness(files);
        problems.addAll(data.problems());
    }

    /**
     * Measures the changes below the given source roots; others, such as those of test sources, have no part in it.
     *
     * @param sourceRoots the roots of production sources, each with its module
     */
    public static ChangedCoverage measure(
            Changes changes, Map<Path, String> sourceRoots, ClassFiles files, CoverageData data) {
        ChangedLinesMeter meter = new ChangedLinesMeter(changes, files, data);
        // By the path below the module's own root: twins in two modules differ in nothing else.
        changes.lines()
                .forEach((file, lines) -> sourceRoots.forEach((root, module) -> {
                    if (file.startsWith(root)) {
                        meter.measure(root.relativize(file), module, file, lines);
                    }
                }));
        return new ChangedCoverage(
                new Counter(meter.covered, meter.total), List.copyOf(meter.uncovered), List.copyOf(meter.problems));
    }

    private void measure(Path relative, String module, Path file, NavigableSet<Integer> lines) {
        String name = String.valueOf(relative.getFileName());
        if (name.equals("package-info.java") || name.equals("module-info.java")) {
            return;
        }
        Path parent = relative.getParent();
        List<ClassFile> neighbours = files.inPackage(module, parent == null ? "" : parent.toString());
        CoverageBuilder builder = new CoverageBuilder();
        List<ClassFile> own = new ArrayList<>();
        for (ClassFile type : neighbours) {
            analysis.of(type, hits)
                    .filter(it -> name.equals(it.getSourceFileName()))
                    .ifPresent(it -> {
                        builder.visitCoverage(it);
                        own.add(type);
                    });
        }
        problems.addAll(staleness.in(hits, own));
        if (builder.getSourceFiles().isEmpty()) {
            String stem = name.substring(0, name.lastIndexOf('.'));
            boolean compiled = neighbours.stream()
                    .anyMatch(type ->
                            type.name().endsWith("." + stem) || type.name().equals(stem));
            if (!compiled) {
                problems.add("No class file of module " + module + " was compiled from the changed " + file
                        + ", or it holds no line numbers: build it again, with javac -g.");
            }
            return;
        }
        tally(builder.getSourceFiles().iterator().next(), name, file, lines);
    }

    private void tally(ISourceFileCoverage coverage, String name, Path file, NavigableSet<Integer> lines) {
        List<String> text = text(file);
        NavigableSet<Integer> missed = new TreeSet<>();
        for (int line : lines) {
            int status = status(coverage, line, text);
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
                            line -> status(coverage, line, text) == ICounter.EMPTY)
                    .forEach(range -> uncovered.add(name + ":" + range));
        }
    }

    /** A line that JaCoCo calls empty, and that continues a statement, has the status of the line that the code is on. */
    private static int status(ISourceFileCoverage coverage, int line, List<String> text) {
        int status = coverage.getLine(line).getStatus();
        if (status != ICounter.EMPTY || line > text.size() || isNoCode(text.get(line - 1))) {
            return status;
        }
        for (int before = line - 1; before >= 1 && !endsStatement(text.get(before - 1)); before--) {
            status = coverage.getLine(before).getStatus();
            if (status != ICounter.EMPTY) {
                return status;
            }
        }
        return ICounter.EMPTY;
    }

    private static boolean isNoCode(String line) {
        String code = line.strip();
        return code.isEmpty()
                || code.startsWith("//")
                || code.startsWith("/*")
                || code.startsWith("*")
                || code.startsWith("@")
                || code.chars().allMatch(c -> "{}();,".indexOf(c) >= 0);
    }

    private static boolean endsStatement(String line) {
        int comment = line.indexOf("//");
        String code = (comment < 0 ? line : line.substring(0, comment)).strip();
        return code.endsWith(";") || code.endsWith("{") || code.endsWith("}") || code.endsWith("*/");
    }

    private List<String> text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        } catch (IOException failure) {
            problems.add("The changed " + changes.root().relativize(file) + " cannot be read (" + failure + ").");
            return List.of();
        }
    }
}
