package dev.andon.internal.canary.values;

import java.util.ArrayList;
import java.util.List;

/** Where the values of a JSON text stand, so that one can be changed and every other character stays. Not thread-safe. */
final class JsonText {
    /** A value: its first character and the one after its last. */
    sealed interface Node permits Scalar, Members, Elements {
        int from();

        int to();
    }

    /** A text, a number, {@code true}, {@code false} or {@code null}. */
    record Scalar(int from, int to) implements Node {}

    /** An object. */
    record Members(int from, int to, List<Member> members) implements Node {}

    /** An array. */
    record Elements(int from, int to, List<Node> elements) implements Node {}

    /** A member of an object, with its name from its quotation mark on. */
    record Member(int from, String name, Node value) {}

    private static final int DEEPEST = 500;

    private final String text;
    private int at;
    private int depth;

    private JsonText(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * Reads the value that begins at a position of a text that is known to be JSON.
     *
     * @throws IllegalArgumentException if it is nested too deeply
     */
    static Node read(String text, int from) {
        return new JsonText(text, from).value();
    }

    private Node value() {
        skipSpace();
        return switch (text.charAt(at)) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> {
                int from = at;
                skipText();
                yield new Scalar(from, at);
            }
            default -> {
                int from = at;
                while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                yield new Scalar(from, at);
            }
        };
    }

    private Members members() {
        int from = enter();
        List<Member> members = new ArrayList<>();
        while (text.charAt(at) != '}') {
            int name = at;
            skipText();
            String written = text.substring(name + 1, at - 1);
            skipSpace();
            at++;
            members.add(new Member(name, written, value()));
            skipSeparator();
        }
        return new Members(from, leave(), List.copyOf(members));
    }

    private Elements elements() {
        int from = enter();
        List<Node> elements = new ArrayList<>();
        while (text.charAt(at) != ']') {
            elements.add(value());
            skipSeparator();
        }
        return new Elements(from, leave(), List.copyOf(elements));
    }

    private int enter() {
        if (depth++ > DEEPEST) {
            throw new IllegalArgumentException("nested more than " + DEEPEST + " times");
        }
        int from = at++;
        skipSpace();
        return from;
    }

    private int leave() {
        depth--;
        return ++at;
    }

    private void skipSeparator() {
        skipSpace();
        if (text.charAt(at) == ',') {
            at++;
            skipSpace();
        }
    }

    private void skipText() {
        at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
