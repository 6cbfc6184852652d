package dev.andon.internal.prove;

import dev.andon.internal.text.BuildTestRun;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What the JVM needs in which tests are proven, so that they run as they do in the build.
 *
 * @param java the home of the JDK
 * @param classPath the class path, Andon's jar, JUnit's launcher and the engines included
 * @param jvmArguments the arguments of the JVM that may stand on a command line; no system properties but those that a JVM
 *     reads when it starts
 * @param workingFolder the working folder
 * @param properties the system properties
 * @param environment environment variables besides those of this JVM
 * @param output the folder that takes what Andon writes
 */
public record ProofEnvironment(
        Path java,
        List<Path> classPath,
        List<String> jvmArguments,
        Path workingFolder,
        Map<String, String> properties,
        Map<String, String> environment,
        Path output) {

    /** The other JVM has another working folder than this one, so that a relative path would mean something else there. */
    public ProofEnvironment {
        classPath = classPath.stream().map(Path::toAbsolutePath).toList();
        workingFolder = workingFolder.toAbsolutePath();
        output = output.toAbsolutePath();
    }

    /** Set by Surefire to the class path of the tests, where that of the JVM is a jar with a manifest alone. */
    private static final String SUREFIRE = "surefire.test.class.path";

    private static final Set<String> OF_THE_JVM = Set.of(
            "path.separator",
            "file.separator",
            "line.separator",
            "file.encoding",
            "native.encoding",
            "stdout.encoding",
            "stderr.encoding",
            "user.dir",
            "user.home",
            "user.name",
            SUREFIRE,
            "surefire.real.class.path");

    /** Returns that of the running JVM, which runs the tests of a build. */
    public static ProofEnvironment ofThisJvm(Path output) {
        Set<Path> classPath = new LinkedHashSet<>(classPath(System::getProperty));
        classPath.addAll(ofJUnit());
        List<String> arguments = new ArrayList<>(
                JvmArguments.handedOn(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        if (ProofEnvironment.class.desiredAssertionStatus()) {
            // Surefire turns them on without an argument.
            arguments.add("-ea");
        }
        return new ProofEnvironment(
                Path.of(System.getProperty("java.home")),
                List.copyOf(classPath),
                List.copyOf(arguments),
                Path.of("").toAbsolutePath(),
                properties(System.getProperties()),
                Map.of(),
                output);
    }

    /**
     * Returns that of a JVM which a build tool would start; Andon's own classes are added behind.
     *
     * @param arguments its arguments, without system properties
     */
    public static ProofEnvironment of(
            List<Path> classPath,
            List<String> arguments,
            Path workingFolder,
            Map<String, String> properties,
            Map<String, String> environment,
            Path output) {
        Set<Path> whole = new LinkedHashSet<>(classPath);
        CodeLocation.of(ProofEnvironment.class).ifPresent(whole::add);
        List<String> handedOn = new ArrayList<>(JvmArguments.handedOn(arguments));
        handedOn.add("-ea");
        Map<String, String> handed = new TreeMap<>(properties);
        handed.put(BuildTestRun.PROOF, "true");
        return new ProofEnvironment(
                Path.of(System.getProperty("java.home")),
                List.copyOf(whole),
                List.copyOf(handedOn),
                workingFolder,
                handed,
                environment,
                output);
    }

    /** What is on the module path, too: all of it runs from the class path. */
    static List<Path> classPath(UnaryOperator<@Nullable String> property) {
        String given = property.apply("java.class.path");
        String surefire = property.apply(SUREFIRE);
        boolean booter = given == null || given.isEmpty() || given.matches(".*surefirebooter[^/\\\\]*\\.jar");
        return Stream.of(booter && surefire != null ? surefire : given, property.apply("jdk.module.path"))
                .filter(path -> path != null && !path.isEmpty())
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator, -1)))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .distinct()
                .toList();
    }

    static Map<String, String> properties(Properties all) {
        Map<String, String> handed = new TreeMap<>();
        for (String name : all.stringPropertyNames()) {
            String value = all.getProperty(name);
            if (!OF_THE_JVM.contains(name) && !JvmArguments.isOfTheJvm(name) && !value.startsWith("dev.andon.")) {
                handed.put(name, value);
            }
        }
        handed.put(BuildTestRun.PROOF, "true");
        return handed;
    }

    /** Build tools bring the launcher and the engines themselves, besides the class path of the tests. */
    private static List<Path> ofJUnit() {
        List<Class<?>> types = new ArrayList<>(List.of(LauncherFactory.class, TestEngine.class));
        types.add(org.junit.platform.commons.JUnitException.class);
        types.add(ProofEnvironment.class);
        ServiceLoader.load(TestEngine.class).stream().forEach(engine -> types.add(engine.type()));
        return types.stream()
                .flatMap(type -> CodeLocation.of(type).stream())
                .distinct()
                .toList();
    }
}
