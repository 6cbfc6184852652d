package dev.andon.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();

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
            return new Compiled(
                    Files.createTempDirectory(Files.createDirectories(Path.of("target", "fixtures")), name));
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
        sources.add(
                new SimpleJavaFileObject(
                        URI.create("string:///" + folderName + type.group(1) + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                });
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
        synchronized (COMPILER) {
            return compileAlone();
        }
    }

    private Path compileAlone() {
        StringWriter complaints = new StringWriter();
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        classPath.forEach(
                entry -> path.append(System.getProperty("path.separator")).append(entry));
        List<String> all = new ArrayList<>(
                List.of("-d", folder.toString(), "-g", "-nowarn", "-proc:none", "-classpath", path.toString()));
        all.addAll(options);
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (!COMPILER.getTask(complaints, FILES, null, all, null, sources).call()) {
            throw new AssertionError("the fixture does not compile:\n" + complaints);
        }
        return folder;
    }
}
