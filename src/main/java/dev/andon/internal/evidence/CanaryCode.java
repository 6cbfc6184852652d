package dev.andon.internal.evidence;

import dev.andon.internal.discover.Location;
import java.util.List;

/**
 * What the code of one canary does, helpers followed.
 *
 * @param reached the classes of the system under test that it reaches, each where it first does
 * @param exits its calls that end the JVM
 * @param lines how many lines its longest test has, helpers of its own class included
 * @param requests how many requests and steps its longest test makes, loops not counted
 * @param uses the classes that it reaches of other modules and artefacts, the platform's and the test libraries' left out
 * @param own the classes of its own module that it is made of, itself among them
 * @param runbook why its runbook cannot be found; empty where it can, or none is named
 */
public record CanaryCode(
        List<Reached> reached,
        List<Reached> exits,
        int lines,
        int requests,
        List<Reached> uses,
        List<String> own,
        String runbook) {

    /** What is reached, in words, and the place that reaches it. */
    public record Reached(String what, Location location) {}
}
