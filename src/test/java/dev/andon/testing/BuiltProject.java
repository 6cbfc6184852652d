package dev.andon.testing;

import dev.andon.Level;
import dev.andon.internal.assess.Assessment;
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
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.ExecutionDataWriter;
import org.jacoco.core.data.SessionInfo;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;

/**
 * A Maven project as a build leaves it on disk: poms, class files compiled against {@link Frameworks}, reports and exec
 * files; and what Andon reads of its classes. The module {@code ""} is the project's own folder.
 */
public final class BuiltProject {

    private final Path base;
    private final List<Path> classPath = new ArrayList<>(List.of(Frameworks.classes()));
    private final List<ClassRoot> roots = new ArrayList<>();
    private final List<Path> libraries = new ArrayList<>();
    private Instant now = Instant.now().minusSeconds(3600);

    private BuiltProject(Path base) {
        this.base = base;
    }

    /** Begins a project in that folder. */
    public static BuiltProject in(Path base) {
        return new BuiltProject(base);
    }

    /** Begins a Maven project of the modules {@code till} and {@code stock}. */
    public static BuiltProject twoModules(Path base) {
        return in(base).pom(
                        "", "<packaging>pom</packaging><modules><module>till</module><module>stock</module></modules>")
                .pom("till", "")
                .pom("stock", "");
    }

    /** Begins a project of one controller {@code com.acme.<name>.<service>} and a unit test of it that passed. */
    public static BuiltProject tested(Path base, String name, String service) {
        return in(base).pom("", "")
                .main("", Sources.controller(name, service))
                .test("", Sources.test(name, service))
                .passed("", "surefire", "com.acme." + name + "." + service + "Test", "totals");
    }

    /** Returns its folder. */
    public Path folder() {
        return base;
    }

    /** Lets so much time pass: what is written from now on is younger by it. */
    public BuiltProject later(long seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    /** Adds a folder of classes to the class path of what is compiled from now on. */
    public BuiltProject compiledAgainst(Path classes) {
        classPath.add(classes);
        return this;
    }

    /** Writes a file. */
    public BuiltProject file(String path, String text) {
        try {
            Path file = base.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, FileTime.from(now));
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes a module's pom: its coordinates and what is given besides. */
    public BuiltProject pom(String module, String inside) {
        String name = module.isEmpty() ? "all" : module.substring(module.lastIndexOf('/') + 1);
        return file(in(module, "pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>com.acme</groupId><artifactId>%s</artifactId><version>1</version>%s</project>
                """.formatted(name, inside));
    }

    /** Compiles a module's production classes; what was compiled before is on their class path. */
    public BuiltProject main(String module, String... sources) {
        return root(module, "target/classes", false, sources);
    }

    /** Compiles a module's test classes; what was compiled before is on their class path. */
    public BuiltProject test(String module, String... sources) {
        return root(module, "target/test-classes", true, sources);
    }

    /** Compiles classes of a module into a folder of any name, such as {@code integrationTest}. */
    public BuiltProject root(String module, String folderName, boolean test, String... sources) {
        Path classes = base.resolve(in(module, folderName));
        ClassRoot root = new ClassRoot(classes, module, test);
        if (!roots.contains(root)) {
            roots.add(root);
        }
        return compile(classes, sources);
    }

    /** Compiles classes of libraries, which are on the class path and no part of the build. */
    public BuiltProject library(String... sources) {
        Path library = base.resolve("library" + libraries.size());
        libraries.add(library);
        return compile(library, sources);
    }

    /** Compiles into a folder of any name, which is no root of the build. */
    public BuiltProject classes(String folder, String... sources) {
        return compile(base.resolve(folder), sources);
    }

    private BuiltProject compile(Path classes, String... sources) {
        Compiled compiled = Compiled.into(classes).sources(List.of(sources));
        classPath.forEach(compiled::classPath);
        compiled.compile();
        if (!classPath.contains(classes)) {
            classPath.add(classes);
        }
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    /** Returns the roots so far. */
    public List<ClassRoot> roots() {
        return List.copyOf(roots);
    }

    /** Returns the index of the build, with the libraries and the frameworks on its class path. */
    public CodeIndex index() {
        // Never closed: the index reads lazily, as long as the test has it.
        return CodeIndex.of(
                roots(),
                ClassSource.of(new URLClassLoader(
                        Stream.concat(libraries.stream(), Stream.of(Frameworks.classes()))
                                .map(BuiltProject::url)
                                .toArray(URL[]::new),
                        BuiltProject.class.getClassLoader())));
    }

    /** Judges the module {@code shop} after the build, as a readiness class of the level {@code INTEGRATED} would. */
    public Assessment assess(CodeIndex index) {
        Path module = folder().resolve("shop");
        return Assessor.assess(
                new ReadinessDeclaration(
                        "com.acme.ShopReadinessTest",
                        List.of("com.acme"),
                        List.of(),
                        List.of(),
                        List.of(),
                        Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED))),
                new Workspace(List.of(new Module("shop", module, module.resolve("target"), roots()))),
                index,
                List.of(),
                new BuildContext(
                        (inventory, runs) -> true,
                        new BuildId("this", BuildId.Kind.CHOSEN, Instant.EPOCH),
                        BuildContext.outputs(null)));
    }

    /** Returns the index of the build as it is seen where no framework is on the class path. */
    public CodeIndex indexWithoutFrameworks() {
        return CodeIndex.of(roots(), ClassSource.NONE);
    }

    private static URL url(Path classes) {
        try {
            return classes.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Writes the report of a test class whose methods passed, into {@code target/<plugin>-reports}. */
    public BuiltProject passed(String module, String plugin, String testClass, String... methods) {
        StringBuilder cases = new StringBuilder();
        for (String method : methods) {
            cases.append("<testcase name='%s' classname='%s' time='0.01'/>".formatted(method, testClass));
        }
        return reported(module, plugin, testClass, "", cases.toString());
    }

    /** Writes the report of a test class, with more attributes of its head and its cases as they are. */
    public BuiltProject reported(String module, String plugin, String testClass, String attributes, String cases) {
        return file(
                in(module, "target/" + plugin + "-reports/TEST-" + testClass + ".xml"),
                "<testsuite name='" + testClass + "' " + attributes + ">" + cases + "</testsuite>");
    }

    /** Writes an exec file by which a test class has called a service's methods, which take nothing. */
    public BuiltProject executed(String module, String testClass, String service) {
        return executed(module, testClass, service, "target/jacoco.exec");
    }

    /** Writes it into a file of that name. */
    public BuiltProject executed(String module, String testClass, String service, String name) {
        try {
            Path file = base.resolve(in(module, name));
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                ExecutionDataWriter writer = new ExecutionDataWriter(out);
                writer.visitSessionInfo(new SessionInfo(
                        "andon/fixture/" + testClass + "/finished", now.toEpochMilli(), now.toEpochMilli()));
                run(service).accept(writer);
            }
            Files.setLastModifiedTime(file, FileTime.from(now));
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ExecutionDataStore run(String service) throws IOException {
        LoggerRuntime runtime = new LoggerRuntime();
        RuntimeData data = new RuntimeData();
        ExecutionDataStore hits = new ExecutionDataStore();
        try {
            runtime.startup(data);
            byte[] code = new Instrumenter(runtime).instrument(bytes(service), service);
            Class<?> type = new ClassLoader(getClass().getClassLoader()) {
                Class<?> define() {
                    return defineClass(service, code, 0, code.length);
                }
            }.define();
            Object instance = type.getDeclaredConstructor().newInstance();
            for (var method : type.getDeclaredMethods()) {
                if (method.getParameterCount() == 0 && !method.isSynthetic()) {
                    method.invoke(instance);
                }
            }
            data.collect(hits, new SessionInfoStore(), false);
            return hits;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        } finally {
            runtime.shutdown();
        }
    }

    private byte[] bytes(String className) throws IOException {
        for (Path root : classPath) {
            Path file = root.resolve(className.replace('.', '/') + ".class");
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
        }
        throw new AssertionError("no class " + className);
    }

    private static String in(String module, String path) {
        return module.isEmpty() ? path : module + "/" + path;
    }
}
