package dev.andon.internal.prove.agent;

import java.io.Serializable;

/**
 * What was seen of a method in the control run.
 *
 * @param returned whether it ever returned, rather than threw
 * @param differs whether it ever returned something else than the emptiest value of its type
 * @param says whether its type says more than that it returned
 * @param values what can be changed in the values that it returned; empty where nothing
 * @param elements what is changed where one element is left out; empty where there is none
 */
public record Observation(boolean returned, boolean differs, boolean says, String values, String elements)
        implements Serializable {

    /** Nothing seen. */
    public static final Observation NONE = new Observation(false, false, true, "", "");

    /** Returns what two control runs saw together. */
    public Observation and(Observation other) {
        return new Observation(
                returned || other.returned,
                differs || other.differs,
                says && other.says,
                values.isEmpty() ? other.values : values,
                elements.isEmpty() ? other.elements : elements);
    }
}
