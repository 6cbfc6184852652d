package dev.andon.internal.audit.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The JVM in which the plugins of a pom run the tests of a module.
 *
 * @param classPath the class path: test classes, production classes, libraries, JUnit's launcher and engines
 * @param arguments the arguments, without system properties
 * @param properties the system properties
 * @param environment the environment variables that are set besides those of the caller
 * @param workingFolder the working folder
 * @param missing the ids of the libraries that the local repository does not have
 */
public record TestJvm(
        List<Path> classPath,
        List<String> arguments,
        Map<String, String> properties,
        Map<String, String> environment,
        Path workingFolder,
        List<String> missing) {}
