package dev.andon.internal.canary.values;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text, or a format that is not known: its values are its words. A place is the number of a word.
 *
 * @param words finds its values; a first group is none
 */
record TextDocument(String text, Pattern words) implements Document {
    private static final String A_WORD = "[^\\s,;\"'=<>(){}\\[\\]]+";
    private static final Pattern WORD = Pattern.compile(A_WORD);

    /** What the format says and not the service: comments, sections, the names before values, and punctuation. */
    private static final Pattern STRUCTURED = Pattern.compile(
            "(?m)^(#.*|-----.*|(?:BEGIN|END):.*" + "|[A-Za-z][\\w.-]{0,63}[ \\t]*[:=](?!//)(?=[ \\t]*\\S))|" + A_WORD);

    static TextDocument plain(String text) {
        boolean structured =
                STRUCTURED.matcher(text).results().anyMatch(part -> part.group(1) == null && tells(part.group()));
        return new TextDocument(text, structured ? STRUCTURED : WORD);
    }

    private static boolean tells(String word) {
        return word.chars().anyMatch(Character::isLetterOrDigit);
    }

    @Override
    public List<String> values() {
        return words.matcher(text)
                .results()
                .filter(word -> !isStructure(word))
                .map(MatchResult::group)
                .toList();
    }

    @Override
    public Optional<Changed> change(ValueChange change, Set<String> kept) {
        if (change != ValueChange.SAME_LENGTH && change != ValueChange.OTHER_LENGTH) {
            return Optional.empty();
        }
        Map<String, String> replaced = new LinkedHashMap<>();
        StringBuilder changed = new StringBuilder();
        Matcher word = words.matcher(text);
        int number = 0;
        while (word.find()) {
            if (isStructure(word)) {
                continue;
            }
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

    private static boolean isStructure(MatchResult word) {
        return word.groupCount() > 0 && (word.group(1) != null || !tells(word.group()));
    }

    static String replacement(ValueChange change, String value) {
        return switch (change) {
            case SAME_LENGTH -> Replacement.sameLength(value);
            case GARBLED -> value.replaceAll("[\\p{L}\\p{N}]", "?");
            default -> Replacement.otherLength(value);
        };
    }
}
