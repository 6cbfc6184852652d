package dev.andon.internal.canary.values;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text, or a format that is not known: its values are its words. A place is the number of a word. */
record TextDocument(String text) implements Document {
    private static final Pattern WORD = Pattern.compile("[^\\s,;\"'=<>(){}\\[\\]]+");

    @Override
    public List<String> values() {
        return WORD.matcher(text).results().map(word -> word.group()).toList();
    }

    @Override
    public Optional<Changed> change(ValueChange change, Set<String> kept) {
        if (change != ValueChange.SAME_LENGTH && change != ValueChange.OTHER_LENGTH) {
            return Optional.empty();
        }
        Map<String, String> replaced = new LinkedHashMap<>();
        StringBuilder changed = new StringBuilder();
        Matcher word = WORD.matcher(text);
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
