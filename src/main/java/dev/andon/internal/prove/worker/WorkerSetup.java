package dev.andon.internal.prove.worker;

import dev.andon.internal.prove.agent.ProbedMethod;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What the worker needs to know before it loads anything of the project.
 *
 * @param properties the system properties to set; they come this way because a command line and files can be read by others
 * @param methods the methods that get probes
 */
public record WorkerSetup(Map<String, String> properties, List<ProbedMethod> methods) implements Serializable {}
