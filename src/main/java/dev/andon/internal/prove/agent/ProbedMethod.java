package dev.andon.internal.prove.agent;

import java.io.Serializable;

/**
 * A method that gets probes.
 *
 * @param className the binary name of the class that declares it
 * @param name its name
 * @param descriptor its descriptor
 */
public record ProbedMethod(String className, String name, String descriptor) implements Serializable {}
