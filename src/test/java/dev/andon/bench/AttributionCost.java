package dev.andon.bench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import dev.andon.internal.evidence.coverage.AttributionListener;
import dev.andon.internal.evidence.ledger.LedgerListener;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * What it costs to attribute coverage to test classes, beside the same suite under the JaCoCo agent alone: in one JVM with
 * all made-up classes loaded and instrumented, with Andon's listeners and without, by turns. Run with
 * {@code mvn -Pbench test-compile exec:exec@attribution}.
 */
public final class AttributionCost {

    private static final int CLASSES = 5_000;
    private static final int ROUNDS = 9;
    private static final int TEST_CLASSES = 100;

    /** What each test class of a suite does: how many of the classes it runs, and for how long it works besides. */
    private record Suite(String words, int touched, int millis, int testClasses) {}

    private static final List<Suite> SUITES = List.of(
            new Suite("runs 250 of them", 250, 0, TEST_CLASSES),
            new Suite("runs all of them", CLASSES, 0, TEST_CLASSES),
            new Suite("runs 250 of them in 150 ms", 250, 150, 20),
            new Suite("runs all of them in 150 ms", CLASSES, 150, 20));

    private static final List<Constructor<?>> CONSTRUCTORS = new ArrayList<>();
    private static Suite current = SUITES.get(0);
    private static int next;

    private AttributionCost() {}

    /** Without arguments: starts the JVM under the agent. With the module: measures in it. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1) {
            measure(Path.of(arguments[0]));
            return;
        }
        Path module = Path.of("target", "bench", "attribution").toAbsolutePath();
        if (!Files.exists(module)) {
            // Four in five are production code.
            MadeUpCode.write(module, CLASSES * 5 / 4);
        }
        Path exec = module.resolve("target").resolve("jacoco.exec");
        Files.deleteIfExists(exec);
        Path agent = Path.of("target", "jacoco-agent", "agent-jacoco.jar").toAbsolutePath();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-javaagent:" + agent + "=destfile=" + exec + ",includes=com.acme.*",
                        "-Dandon.output=" + module.resolve("target").resolve("andon"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AttributionCost.class.getName(),
                        module.toString())
                .inheritIO()
                .start();
        System.exit(process.waitFor());
    }

    /** Called by every made-up test. */
    public static void work() throws ReflectiveOperationException, InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < current.touched; i++) {
            CONSTRUCTORS.get(next).newInstance();
            next = (next + 1) % CONSTRUCTORS.size();
        }
        long rest = current.millis - (System.nanoTime() - start) / 1_000_000;
        if (rest > 0) {
            Thread.sleep(rest);
        }
    }

    private static void measure(Path module) throws Exception {
        Path classes = module.resolve("target").resolve("classes");
        List<Class<?>> tests = new ArrayList<>();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, AttributionCost.class.getClassLoader())) {
            for (String name : MadeUpCode.names(classes)) {
                CONSTRUCTORS.add(loader.loadClass(name).getConstructor());
            }
            for (int i = 0; i < TEST_CLASSES; i++) {
                tests.add(new Tests(loader).define(i));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d classes; medians of %d rounds by turns, ms a test class%n%n",
                    CONSTRUCTORS.size(),
                    ROUNDS);
            System.out.println("| a test class | agent alone | with Andon | more | more % |");
            System.out.println("|---|---|---|---|---|");
            for (Suite suite : SUITES) {
                print(suite, tests.subList(0, suite.testClasses));
            }
        }
    }

    private static void print(Suite suite, List<Class<?>> tests) {
        current = suite;
        List<Double> alone = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        run(tests, false);
        run(tests, true);
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(run(tests, false));
            with.add(run(tests, true));
        }
        double before = median(alone);
        double after = median(with);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.1f |%n",
                suite.words,
                before,
                after,
                after - before,
                (after - before) / before * 100);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double run(List<Class<?>> tests, boolean andon) {
        LauncherConfig.Builder config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false);
        if (andon) {
            config.addTestExecutionListeners(new AttributionListener(), new LedgerListener());
        }
        List<DiscoverySelector> selectors = new ArrayList<>();
        tests.forEach(test -> selectors.add(selectClass(test)));
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
        try (LauncherSession session = LauncherFactory.openSession(config.build())) {
            long start = System.nanoTime();
            session.getLauncher().execute(request);
            return (System.nanoTime() - start) / 1e6 / tests.size();
        }
    }

    /** Makes test classes of one test each, which does {@link #work()}. */
    private static final class Tests extends ClassLoader {

        Tests(ClassLoader parent) {
            super(parent);
        }

        Class<?> define(int index) {
            String name = "com/acme/tests/Some" + index + "Test";
            ClassWriter writer = MadeUpCode.begin(name);
            MethodVisitor test = writer.visitMethod(ACC_PUBLIC, "works", "()V", null, null);
            test.visitAnnotation("Lorg/junit/jupiter/api/Test;", true).visitEnd();
            test.visitCode();
            test.visitMethodInsn(INVOKESTATIC, AttributionCost.class.getName().replace('.', '/'), "work", "()V", false);
            test.visitInsn(RETURN);
            test.visitMaxs(0, 0);
            test.visitEnd();
            writer.visitEnd();
            byte[] bytes = writer.toByteArray();
            return defineClass(name.replace('/', '.'), bytes, 0, bytes.length);
        }
    }
}
