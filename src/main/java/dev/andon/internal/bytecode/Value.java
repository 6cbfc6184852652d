package dev.andon.internal.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a value comes from, as far as the code alone shows it. */
public sealed interface Value {

    /** A string constant. */
    record Text(String text) implements Value {}

    /** A number or truth value that the code states. */
    record Numeral(Number number) implements Value {}

    /** One of several values: which one depends on a condition. */
    record Either(List<Value> alternatives) implements Value {}

    /**
     * A lambda or a method reference.
     *
     * @param body the method that it runs, with the captured values as arguments
     */
    record Function(Result body) implements Value {}

    /** A string put together from parts. */
    record Joined(List<Value> parts) implements Value {}

    /** A class literal, by the class's binary name. */
    record Literal(String type) implements Value {}

    /** A parameter of the method, counted from 0 as the source does. */
    record Parameter(int index, String type) implements Value {}

    /** What a field holds; {@code of} is the object that has it, null for a static field. */
    record Field(
            String owner,
            String name,
            String type,
            @Nullable Value of) implements Value {}

    /**
     * What a call returns.
     *
     * @param call the method called
     * @param receiver the object it is called on, null for a static method
     * @param arguments the arguments, in order
     */
    record Result(MethodBody.Call call, @Nullable Value receiver, List<Value> arguments) implements Value {
        /** Returns the object that it is called on, if any, and the arguments. */
        public Stream<Value> parts() {
            return Stream.concat(Stream.ofNullable(receiver), arguments.stream());
        }
    }

    /** A new object; the constructor's arguments are there once it has been called. */
    final class Created implements Value {

        private final String type;
        private List<Value> arguments = List.of();

        Created(String type) {
            this.type = type;
        }

        /** Returns the class's binary name. */
        public String type() {
            return type;
        }

        /** Returns what the constructor is given. */
        public List<Value> arguments() {
            return arguments;
        }

        void initialised(List<Value> by) {
            arguments = List.copyOf(by);
        }
    }

    /** A new array, with what is stored into it. */
    final class Array implements Value {

        private final String type;
        private final List<Value> elements = new ArrayList<>();

        Array(String type) {
            this.type = type;
        }

        /** Returns the binary name of the elements' type. */
        public String type() {
            return type;
        }

        /** Returns what is stored into it, in the order of the code. */
        public List<Value> elements() {
            return List.copyOf(elements);
        }

        void store(Value element) {
            elements.add(element);
        }
    }

    /** A value without parts. */
    enum Plain implements Value {
        /** The object whose method it is. */
        THIS,
        /** Anything else. */
        UNKNOWN
    }
}
