package dev.andon.internal.formats;

/**
 * Who runs canaries.
 *
 * @param process names the JVM, unlike that of any other
 * @param host the machine; empty where the system does not tell it
 * @param location where the runner stands, as configured; empty where it is not
 * @param mode what it runs canaries for
 */
public record RunnerIdentity(String process, String host, String location, RunMode mode) {}
