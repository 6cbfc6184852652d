package dev.andon.internal.bytecode;

import java.util.ArrayList;
import java.util.List;

/** The recipe of a string concatenation, as {@code java.lang.invoke.StringConcatFactory} describes it. */
final class Concatenation {

    private static final char ARGUMENT = 1;
    private static final char CONSTANT = 2;

    private Concatenation() {}

    /**
     * Returns what is put together.
     *
     * @param bootstrap the recipe, if there is one, and its constants
     * @param arguments the values that differ from call to call
     */
    static Value.Joined value(Object[] bootstrap, List<Value> arguments) {
        String recipe = bootstrap.length > 0 && bootstrap[0] instanceof String text
                ? text
                : String.valueOf(ARGUMENT).repeat(arguments.size());
        List<Value> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int argument = 0;
        int constant = 1;
        for (int i = 0; i < recipe.length(); i++) {
            char c = recipe.charAt(i);
            if (c == ARGUMENT) {
                parts.add(new Value.Text(text.toString()));
                text.setLength(0);
                parts.add(arguments.get(argument++));
            } else if (c == CONSTANT) {
                text.append(bootstrap[constant++]);
            } else {
                text.append(c);
            }
        }
        parts.add(new Value.Text(text.toString()));
        return new Value.Joined(List.copyOf(parts));
    }
}
