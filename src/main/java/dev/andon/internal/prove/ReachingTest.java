package dev.andon.internal.prove;

/**
 * A test that passed in both control runs.
 *
 * @param id its unique id
 * @param name its class and method
 * @param testClass the top-level class that runs it
 * @param millis how long it takes once the application runs
 */
record ReachingTest(String id, String name, String testClass, long millis) {}
