package dev.andon.internal.judge;

import dev.andon.internal.text.FirstFew;
import dev.andon.internal.text.Plural;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wording of one finding. Placeholders are replaced by the finding's data: <code>{name}</code> by the value,
 * <code>{names|5}</code> by the first five values of a list, <code>{count:line}</code> by {@code 1 line} or
 * {@code 3 lines}, <code>{count?is:are}</code> by the word that fits the count.
 *
 * @param key what identifies the finding within its practice. It is stable: scripts and baselines rely on it.
 * @param found what was found, as a phrase that starts in lower case and ends without a full stop
 * @param fix how to fix it, in the same form; empty where nothing has to be fixed
 */
public record FindingTemplate(String key, String found, String fix) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:([:|?])([^}]*))?}");

    /** Creates a template for something that needs no fix. */
    public FindingTemplate(String key, String found) {
        this(key, found, "");
    }

    /**
     * Returns the finding with this data.
     *
     * @param namesAndValues names and values by turns; a value is a text, a number or a list of texts
     */
    public Finding with(Object... namesAndValues) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            data.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Finding(this, data, "", List.of(), List.of());
    }

    static String render(String template, Map<String, Object> data) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> {
            Object value = data.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + match.group() + " in \"" + template + "\"");
            }
            return Matcher.quoteReplacement(text(value, match.group(2), match.group(3)));
        });
    }

    private static String text(Object value, String operator, String operand) {
        if (operator == null) {
            return value instanceof List<?> list ? FirstFew.of(texts(list), list.size()) : value.toString();
        }
        return switch (operator) {
            case "|" -> FirstFew.of(texts((List<?>) value), Integer.parseInt(operand));
            case ":" -> Plural.count(((Number) value).longValue(), operand);
            default -> {
                int colon = operand.indexOf(':');
                yield ((Number) value).longValue() == 1 ? operand.substring(0, colon) : operand.substring(colon + 1);
            }
        };
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }
}
