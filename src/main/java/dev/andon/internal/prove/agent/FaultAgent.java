package dev.andon.internal.prove.agent;

import java.lang.instrument.Instrumentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agent of the JVM in which tests are proven. It does nothing until {@link #install} is called. */
public final class FaultAgent {

    private static volatile @Nullable Instrumentation instrumentation;

    private FaultAgent() {}

    /** Called by the JVM. */
    public static void premain(@Nullable String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /**
     * Puts probes into the methods, as their classes are loaded; a probe is named by its place in the list.
     *
     * @throws IllegalStateException if this JVM was started without the agent
     */
    public static FaultSwitch install(List<ProbedMethod> methods) {
        Instrumentation given = instrumentation;
        if (given == null) {
            throw new IllegalStateException("this JVM was started without Andon's agent");
        }
        ProbeLocations locations = new ProbeLocations(methods);
        ProbeTransformer transformer = new ProbeTransformer(locations);
        FaultSwitch faults = new FaultSwitch(methods, locations, transformer::obstacles, transformer::isIdle);
        ProbeClass.connect(faults);
        given.addTransformer(transformer);
        transformer.noteLoaded(given.getAllLoadedClasses());
        return faults;
    }
}
