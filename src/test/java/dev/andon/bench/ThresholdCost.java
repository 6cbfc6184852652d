package dev.andon.bench;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Location;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.MeasuredCoverage;
import dev.andon.internal.evidence.MeasuredCoverage.Scope;
import dev.andon.internal.evidence.coverage.CoverageMeter;
import dev.andon.internal.evidence.coverage.ExecReader;
import dev.andon.internal.evidence.coverage.ProductionClasses;
import dev.andon.internal.evidence.coverage.RequiredCoverage;
import dev.andon.internal.judge.CoverageThresholds;
import dev.andon.internal.judge.Result;
import dev.andon.internal.require.CoverageRequirement;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.data.ExecutionDataWriter;
import org.jacoco.core.data.SessionInfo;
import org.jacoco.core.tools.ExecFileLoader;

/**
 * What it costs to hold 5,000 classes to a threshold, beside {@code jacoco:check} with the same limits on the same class
 * files and the same exec file, and beside JaCoCo's library called bare, by turns, each in a JVM of its own. Run with
 * {@code mvn -Pbench test-compile exec:exec@thresholds}; {@code mvn} must be on the path.
 */
public final class ThresholdCost {

    private static final int CLASSES = 5_000;
    private static final int ROUNDS = 9;
    private static final double LIMIT = 0.3;

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.acme</groupId>
              <artifactId>thresholds</artifactId>
              <version>1</version>
              <build>
                <plugins>
                  <plugin>
                    <groupId>org.jacoco</groupId>
                    <artifactId>jacoco-maven-plugin</artifactId>
                    <version>0.8.15</version>
                    <configuration>
                      <haltOnFailure>false</haltOnFailure>
                      <rules>
                        <rule>
                          <element>BUNDLE</element>
                          <limits><limit><counter>LINE</counter><minimum>%1$s</minimum></limit></limits>
                        </rule>
                        <rule>
                          <element>CLASS</element>
                          <includes><include>com.acme.*.Controller*</include></includes>
                          <limits><limit><counter>LINE</counter><minimum>%1$s</minimum></limit></limits>
                        </rule>
                      </rules>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private ThresholdCost() {}

    /** Without arguments: measures everything. With what to do and a module: one step in a JVM of its own. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            Path module = Path.of(arguments[1]);
            switch (arguments[0]) {
                case "run" -> load(module);
                case "judge" -> System.out.printf(Locale.ROOT, "%n%.3f%n", judge(module, services(module)));
                case "analyse" -> System.out.printf(Locale.ROOT, "%n%.3f%n", analyse(module));
                case "discover-and-analyse" -> {
                    discovered(module);
                    System.out.printf(Locale.ROOT, "%n%.3f%n", analyse(module));
                }
                default -> System.out.printf(Locale.ROOT, "%n%.3f%n", judge(module, discovered(module)));
            }
            return;
        }
        Path module = Path.of("target", "bench", "thresholds").toAbsolutePath();
        prepare(module);
        List<Double> alone = new ArrayList<>();
        List<Double> andon = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> bareLater = new ArrayList<>();
        List<Double> check = new ArrayList<>();
        List<Double> skipped = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(Double.parseDouble(last(java(module, List.of(), "judge"))));
            andon.add(Double.parseDouble(last(java(module, List.of(), "discover-and-judge"))));
            bare.add(Double.parseDouble(last(java(module, List.of(), "analyse"))));
            bareLater.add(Double.parseDouble(last(java(module, List.of(), "discover-and-analyse"))));
            check.add(maven(module));
            skipped.add(maven(module, "-Djacoco.skip=true"));
        }
        System.out.printf(
                Locale.ROOT,
                "%,d classes, %d rounds by turns; jacoco:check is mvn less the same with jacoco.skip%n%n",
                CLASSES,
                ROUNDS);
        System.out.println("| s | jacoco:check | JaCoCo bare, first thing | after discovery "
                + "| Andon, first thing | after discovery |");
        System.out.println("|---|---|---|---|---|---|");
        print("median", ROUNDS / 2, check, skipped, bare, bareLater, alone, andon);
        print("fastest", 0, check, skipped, bare, bareLater, alone, andon);
    }

    @SafeVarargs
    private static void print(
            String words, int rank, List<Double> check, List<Double> skipped, List<Double>... others) {
        StringBuilder row = new StringBuilder(
                String.format(Locale.ROOT, "| %s | %.2f |", words, at(rank, check) - at(rank, skipped)));
        for (List<Double> values : others) {
            row.append(String.format(Locale.ROOT, " %.2f |", at(rank, values)));
        }
        System.out.println(row);
    }

    /** Half of all probes of all classes were hit. */
    private static void prepare(Path module) throws IOException, InterruptedException {
        Path target = module.resolve("target");
        if (Files.exists(target.resolve("jacoco.exec"))) {
            return;
        }
        MadeUpCode.write(module, CLASSES * 5 / 4);
        Files.writeString(module.resolve("pom.xml"), POM.formatted(LIMIT));
        Path loaded = target.resolve("loaded");
        Path agent = Path.of("target", "jacoco-agent", "agent-jacoco.jar").toAbsolutePath();
        java(module, List.of("-javaagent:" + agent + "=destfile=" + loaded + ",includes=com.acme.*"), "run");
        ExecFileLoader data = new ExecFileLoader();
        data.load(loaded.toFile());
        try (OutputStream out = Files.newOutputStream(target.resolve("jacoco.exec"))) {
            ExecutionDataWriter writer = new ExecutionDataWriter(out);
            writer.visitSessionInfo(new SessionInfo("made-up", 1, 2));
            data.getExecutionDataStore().getContents().forEach(execution -> {
                boolean[] probes = execution.getProbes();
                for (int i = 0; i < probes.length; i++) {
                    probes[i] = i < probes.length / 2;
                }
                writer.visitClassExecution(execution);
            });
        }
    }

    private static void load(Path module) throws Exception {
        Path classes = module.resolve("target").resolve("classes");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ThresholdCost.class.getClassLoader())) {
            for (String name : MadeUpCode.names(classes)) {
                loader.loadClass(name).getConstructor().newInstance();
            }
        }
    }

    private static List<Service> services(Path module) throws IOException {
        return MadeUpCode.names(module.resolve("target").resolve("classes")).stream()
                .filter(name -> name.contains(".Controller"))
                .map(name -> new Service(
                        name, "bench", Service.Tier.ENTRY, "named", List.of(), List.of(), new Location(name, "", 0)))
                .toList();
    }

    /** As in a build, where discovery comes first and has warmed the JVM up, as Maven's start has warmed up the peer's. */
    private static List<Service> discovered(Path module) {
        CodeIndex index = CodeIndex.of(
                List.of(new ClassRoot(module.resolve("target").resolve("classes"), "bench", false)), ClassSource.NONE);
        return Discovery.discover(index, new DiscoveryRequest(List.of("com.acme"), List.of(), List.of(), List.of()))
                .services();
    }

    private static double judge(Path module, List<Service> services) throws IOException {
        Path target = module.resolve("target");
        List<CoverageRequirement> requirements =
                List.of(new CoverageRequirement(LIMIT, -1, -1, -1, null, List.of(), List.of()));
        long start = System.nanoTime();
        int judged = 0;
        try (ProductionClasses files =
                ProductionClasses.in(List.of(new ClassRoot(target.resolve("classes"), "bench", false)))) {
            Inventory inventory = new Inventory(services, List.of());
            CoverageMeter meter = new CoverageMeter(
                    ExecReader.read(List.of(target.resolve("jacoco.exec")), session -> true), files, inventory);
            MeasuredCoverage measured = RequiredCoverage.measure(meter, inventory, requirements);
            List<Result> results = new ArrayList<>();
            results.addAll(CoverageThresholds.judge(
                    CoverageRequirement.ofWhole(requirements), kind -> measured.of(Scope.ofWhole(kind))));
            services.forEach(service -> results.addAll(CoverageThresholds.judge(
                    CoverageRequirement.of(service.name(), requirements),
                    kind -> measured.of(Scope.of(service, kind)))));
            judged = results.size();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(judged + " results");
        return seconds;
    }

    /** JaCoCo's library and nothing of Andon: what any tool pays that asks it for all these classes in a JVM of that age. */
    private static double analyse(Path module) throws IOException {
        Path target = module.resolve("target");
        long start = System.nanoTime();
        ExecFileLoader data = new ExecFileLoader();
        data.load(target.resolve("jacoco.exec").toFile());
        CoverageBuilder builder = new CoverageBuilder();
        new Analyzer(data.getExecutionDataStore(), builder)
                .analyzeAll(target.resolve("classes").toFile());
        int lines = builder.getBundle("").getLineCounter().getTotalCount();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(lines + " lines");
        return seconds;
    }

    private static double maven(Path module, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("mvn", "-B", "-o", "-f", module.resolve("pom.xml").toString()));
        command.addAll(List.of(more));
        command.add("jacoco:check");
        long start = System.nanoTime();
        run(command);
        return (System.nanoTime() - start) / 1e9;
    }

    private static String java(Path module, List<String> options, String step)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), ThresholdCost.class.getName(), step, module.toString()));
        return run(command);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new UncheckedIOException(new IOException(String.join(" ", command) + " failed:\n" + printed));
        }
        return printed;
    }

    private static String last(String printed) {
        String[] lines = printed.strip().split("\\s+");
        return lines[lines.length - 1];
    }

    private static double at(int rank, List<Double> values) {
        return values.stream().sorted().toList().get(rank);
    }
}
