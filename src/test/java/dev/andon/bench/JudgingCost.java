package dev.andon.bench;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.andon.Level;
import dev.andon.internal.assess.Assessor;
import dev.andon.internal.assess.BuildContext;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.judge.PracticeChecks;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.require.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What it costs to discover and judge a build, beside what ArchUnit takes to import the same classes by default: cold
 * wall time (a JVM of its own for each run, median of five) and the heap retained afterwards. Run with
 * {@code mvn -Pbench test-compile exec:exec@judging}.
 */
public final class JudgingCost {
    private static final int RUNS = 5;

    private JudgingCost() {}

    /** Without arguments: measures everything. With two, the peer's name and a module: one run of that peer. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            measure(arguments[0], Path.of(arguments[1]));
            return;
        }
        System.out.println("| classes | Andon s | ArchUnit s | ratio | Andon MB | ArchUnit MB | ratio |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int size : new int[] {500, 5_000, 20_000}) {
            Path module = Path.of("target", "bench", String.valueOf(size)).toAbsolutePath();
            if (!Files.exists(module)) {
                MadeUpCode.write(module, size);
            }
            double[] andon = median("andon", module);
            double[] archunit = median("archunit", module);
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %.2f | %.2f | %.2f | %.1f | %.1f | %.2f |%n",
                    size,
                    andon[0],
                    archunit[0],
                    andon[0] / archunit[0],
                    andon[1],
                    archunit[1],
                    andon[1] / archunit[1]);
        }
    }

    private static double[] median(String peer, Path module) throws IOException, InterruptedException {
        List<double[]> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx6g",
                            "-cp",
                            System.getProperty("java.class.path"),
                            JudgingCost.class.getName(),
                            peer,
                            module.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String[] last = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s+");
            process.waitFor();
            runs.add(new double[] {Double.parseDouble(last[last.length - 2]), Double.parseDouble(last[last.length - 1])
            });
        }
        runs.sort((left, right) -> Double.compare(left[0], right[0]));
        return runs.get(RUNS / 2);
    }

    private static void measure(String peer, Path module) {
        long before = usedBytes();
        long start = System.nanoTime();
        Object kept = peer.equals("andon") ? andon(module) : new ClassFileImporter().importPath(module);
        double seconds = (System.nanoTime() - start) / 1e9;
        double megabytes = (usedBytes() - before) / 1e6;
        System.out.printf(Locale.ROOT, "%n%.3f %.2f%n", seconds, megabytes);
        java.lang.ref.Reference.reachabilityFence(kept);
    }

    private static Object andon(Path module) {
        Path output = module.resolve("target");
        Workspace workspace = new Workspace(List.of(new Module(
                "bench",
                module,
                output,
                List.of(
                        new ClassRoot(output.resolve("classes"), "bench", false),
                        new ClassRoot(output.resolve("test-classes"), "bench", true)))));
        ReadinessDeclaration declaration = new ReadinessDeclaration(
                "bench",
                List.of("com.acme"),
                List.of(),
                List.of(),
                List.of(),
                Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED)));
        return Assessor.assess(
                declaration,
                workspace,
                CodeIndex.of(workspace.roots(), ClassSource.of(JudgingCost.class.getClassLoader())),
                List.of(),
                new BuildContext((inventory, runs) -> true, BuildId.current(key -> null), BuildContext.outputs(null)));
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
