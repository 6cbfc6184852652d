package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a method is entered.
 *
 * @param thisClass the class of the object whose method it is, or the declaring class of a static method
 * @param self where that object comes from, if known
 * @param arguments what it is called with; empty where nothing is known
 */
record Frame(String thisClass, @Nullable Bound self, List<Bound> arguments) {

    /** A value, and the method's frame in which it makes sense. */
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
