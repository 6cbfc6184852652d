package dev.andon.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles sources given as text, so that a fixture stands beside the test that reads it, and a framework's annotations
 * can be stood in for by a few lines under their real names.
 *
 * <pre>{@code
 * Path classes = Compiled.into(temp.resolve("classes"))
 *     .source("package com.acme; public class Shop {}")
 *     .compile();
 * }</pre>
 */
public final class Compiled {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    // Shared, since it keeps the jars of the class path open: most of the time of a small compilation goes there.
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");

    private final Path folder;
    private final List<Text> texts = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();

    /** What was compiled in this JVM, by all that it depends on: most tests compile the same few sources each time. */
    private static final Map<List<Object>, Map<String, byte[]>> DONE = new ConcurrentHashMap<>();

    private static final Set<Path> SHARED = ConcurrentHashMap.newKeySet();

    private record Text(String file, String text) {}

    private Compiled(Path folder) {
        this.folder = folder;
    }

    /** Compiles into that folder, which is created. */
    public static Compiled into(Path folder) {
        return new Compiled(folder);
    }

    /** Compiles into a folder of its own below the build's, for fixtures that many tests share; a clean build removes it. */
    public static Compiled shared(String name) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "fixtures")), name);
            SHARED.add(folder);
            return new Compiled(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Adds one source file; its name follows from its package and its first top-level type. */
    public Compiled source(String text) {
        Matcher inPackage = PACKAGE.matcher(text);
        Matcher type = TYPE.matcher(text);
        if (!type.find()) {
            throw new IllegalArgumentException("no type found in the source:\n" + text);
        }
        String folderName = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
        texts.add(new Text(folderName + type.group(1) + ".java", text));
        return this;
    }

    /** Adds several source files. */
    public Compiled sources(List<String> texts) {
        texts.forEach(this::source);
        return this;
    }

    /** Adds a folder or jar to the class path; the tests' own class path is always there. */
    public Compiled classPath(Path path) {
        classPath.add(path);
        return this;
    }

    /** Adds options of javac. */
    public Compiled options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Compiles, and returns the folder. */
    public Path compile() {
        List<Object> key = List.of(
                List.copyOf(texts),
                List.copyOf(options),
                classPath.stream().map(Compiled::contents).toList());
        synchronized (COMPILER) {
            return write(DONE.computeIfAbsent(key, missing -> javac()));
        }
    }

    private Path write(Map<String, byte[]> classes) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> type : classes.entrySet()) {
                Path file = folder.resolve(type.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, type.getValue());
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Says which classes a folder holds; one that many tests share never changes, and neither does a jar. */
    private static String contents(Path entry) {
        if (SHARED.contains(entry) || !Files.isDirectory(entry)) {
            return entry.toString();
        }
        CRC32 sum = new CRC32();
        try (Stream<Path> files = Files.walk(entry)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sum.update(entry.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                sum.update(Files.readAllBytes(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Long.toHexString(sum.getValue());
    }

    private Map<String, byte[]> javac() {
        if (texts.isEmpty()) {
            return Map.of();
        }
        StringWriter complaints = new StringWriter();
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        classPath.forEach(
                entry -> path.append(System.getProperty("path.separator")).append(entry));
        List<String> all = new ArrayList<>(List.of("-g", "-nowarn", "-proc:none", "-classpath", path.toString()));
        all.addAll(options);
        List<JavaFileObject> sources = new ArrayList<>();
        texts.forEach(text -> sources.add(new Source(text)));
        Map<String, ByteArrayOutputStream> written = new TreeMap<>();
        if (!COMPILER.getTask(complaints, new InMemory(written), null, all, null, sources)
                .call()) {
            throw new AssertionError("the fixture does not compile:\n" + complaints);
        }
        Map<String, byte[]> classes = new TreeMap<>();
        written.forEach((file, bytes) -> classes.put(file, bytes.toByteArray()));
        return classes;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Text from) {
            super(URI.create("string:///" + from.file()), Kind.SOURCE);
            text = from.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what javac writes, by the name of the class file. */
    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written;

        InMemory(Map<String, ByteArrayOutputStream> written) {
            super(FILES);
            this.written = written;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String file = className.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("memory:///" + file), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    written.put(file, bytes);
                    return bytes;
                }
            };
        }
    }
}
