package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the caller's values when a method is entered.
 *
 * @param thisClass the class of the object that the method is called on, or the declaring class of a static method
 * @param self where that object comes from, if known
 * @param arguments the arguments of the call; empty where they are unknown
 */
record Frame(String thisClass, @Nullable Bound self, List<Bound> arguments) {

    /** A value, together with the frame of the method that it belongs to. */
    record Bound(Value value, Frame in) {}

    static Frame of(String thisClass) {
        return new Frame(thisClass, null, List.of());
    }

    Bound bind(Value value) {
        return new Bound(value, this);
    }

    List<Bound> bindAll(List<Value> values) {
        return values.stream().map(this::bind).toList();
    }
}
