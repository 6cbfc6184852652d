package dev.andon.internal.prove.worker;

import java.io.Serializable;

/**
 * How one test ended: a method with all its invocations, or what else an engine runs as one.
 *
 * @param id its unique id; that of the class where the class itself failed, outside of its tests
 * @param name its class and method, for example {@code com.acme.OrderTest#reads}
 * @param testClass the binary name of the top-level class that runs it
 * @param end how it ended
 * @param millis how long it took
 * @param failure what it failed by, in one line; empty where it did not
 */
public record SingleTestRun(String id, String name, String testClass, End end, long millis, String failure)
        implements Serializable {

    /** How a test ends. */
    public enum End {
        PASSED,
        FAILED,
        /** Disabled, or aborted by an assumption. */
        SKIPPED
    }

    /** Returns whether it failed. */
    public boolean failed() {
        return end == End.FAILED;
    }
}
