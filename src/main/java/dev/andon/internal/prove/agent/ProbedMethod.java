package dev.andon.internal.prove.agent;

import java.io.Serializable;

/**
 * A method that gets probes.
 *
 * @param className the binary name of the class that declares it
 * @param name its name
 * @param descriptor its descriptor
 * @param service the binary name of the class on whose objects it is called; another than the one that declares it where it
 *     is inherited
 */
public record ProbedMethod(String className, String name, String descriptor, String service) implements Serializable {

    /** Returns what tells the method from others in its class. */
    String signature() {
        return name + descriptor;
    }
}
