package dev.andon.internal.prove;

import dev.andon.internal.prove.agent.FaultAgent;
import dev.andon.internal.prove.agent.ProbeClass;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * The jar that a JVM gets as its agent: a manifest that names the class of the agent, which is on the class path anyway, and
 * the class of the probes, for the bootstrap class path.
 */
final class AgentJar {

    /** What an environment variable can surely hold: one string on Linux, all variables on Windows. */
    private static final int LONGEST_VARIABLE = File.separatorChar == '\\' ? 20_000 : 100_000;

    private AgentJar() {}

    /** Returns whether the class path is too long for an environment variable, and is therefore in the jar. */
    static boolean holds(List<Path> classPath) {
        return variable(classPath).length() > LONGEST_VARIABLE;
    }

    /** Returns the class path as a JVM reads it. */
    static String variable(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Writes it.
     *
     * @throws IOException if it cannot be written
     */
    static Path write(Path folder, List<Path> classPath) throws IOException {
        Files.createDirectories(folder);
        Path jar = Files.createTempFile(folder, "fault-agent-", ".jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", FaultAgent.class.getName());
        attributes.putValue("Boot-Class-Path", String.valueOf(jar.getFileName()));
        if (holds(classPath)) {
            attributes.put(
                    Attributes.Name.CLASS_PATH,
                    classPath.stream().map(entry -> entry.toUri().toString()).collect(Collectors.joining(" ")));
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new ZipEntry(ProbeClass.entry()));
            entries.write(ProbeClass.bytes());
            entries.closeEntry();
        }
        return jar;
    }
}
