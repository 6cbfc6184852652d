package dev.andon.internal.canary.values;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text, or a format that is not known: its values are its words. A place is the number of a word.
 *
 * @param from where its values begin
 */
record TextDocument(String text, int from) implements Document {
    private static final Pattern WORD = Pattern.compile("[^\\s,;\"'=<>(){}\\[\\]]+");

    static TextDocument plain(String text) {
        return new TextDocument(text, 0);
    }

    /** The first line of a table names its columns, where other lines follow: it is no value. */
    static TextDocument table(String text) {
        int line = text.indexOf('\n') + 1;
        return new TextDocument(text, text.substring(line).isBlank() ? 0 : line);
    }

    @Override
    public List<String> values() {
        return WORD.matcher(text.substring(from))
                .results()
                .map(word -> word.group())
                .toList();
    }

    @Override
    public Optional<Changed> change(ValueChange change, Set<String> kept) {
        if (change != ValueChange.SAME_LENGTH && change != ValueChange.OTHER_LENGTH) {
            return Optional.empty();
        }
        Map<String, String> replaced = new LinkedHashMap<>();
        StringBuilder changed = new StringBuilder(text.substring(0, from));
        Matcher word = WORD.matcher(text.substring(from));
        int number = 0;
        while (word.find()) {
            String place = String.valueOf(number++);
            String other = kept.contains(place) ? word.group() : replacement(change, word.group());
            if (!other.equals(word.group())) {
                replaced.put(place, other);
            }
            word.appendReplacement(changed, Matcher.quoteReplacement(other));
        }
        word.appendTail(changed);
        return replaced.isEmpty() ? Optional.empty() : Optional.of(new Changed(changed.toString(), replaced));
    }

    static String replacement(ValueChange change, String value) {
        return change == ValueChange.SAME_LENGTH ? Replacement.sameLength(value) : Replacement.otherLength(value);
    }
}
