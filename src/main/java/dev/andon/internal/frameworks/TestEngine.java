package dev.andon.internal.frameworks;

/**
 * A test engine or runner whose tests are no methods that Andon can read.
 *
 * @param name its name, for example {@code Cucumber}
 * @param callsServices whether its tests may call services
 */
public record TestEngine(String name, boolean callsServices) {

    static TestEngine of(String name) {
        return new TestEngine(name, true);
    }
}
