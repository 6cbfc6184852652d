package dev.andon.internal.canary.values;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names and values as an HTML form sends them. A place is the name of a field. */
record FormDocument(String text) implements Document {

    @Override
    public List<String> values() {
        List<String> values = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            values.add(decoded(pair.substring(pair.indexOf('=') + 1)));
        }
        return values;
    }

    @Override
    public Optional<Changed> change(ValueChange change, Set<String> kept) {
        Map<String, String> replaced = new LinkedHashMap<>();
        List<String> pairs = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            String name = pair.substring(0, Math.max(0, pair.indexOf('=')));
            String value = decoded(pair.substring(pair.indexOf('=') + 1));
            Optional<String> other = kept.contains(name) || value.isEmpty() ? Optional.of(value) : other(change, value);
            other.filter(to -> !to.equals(value)).ifPresent(to -> replaced.put(name, to));
            other.map(to -> name + "=" + URLEncoder.encode(to, StandardCharsets.UTF_8))
                    .ifPresent(pairs::add);
        }
        String changed = String.join("&", pairs);
        return changed.equals(text) ? Optional.empty() : Optional.of(new Changed(changed, replaced));
    }

    private static Optional<String> other(ValueChange change, String value) {
        return switch (change) {
            case SAME_LENGTH, OTHER_LENGTH -> Optional.of(TextDocument.replacement(change, value));
            case MISSING -> Optional.empty();
            case NULL, EMPTY_TEXT -> Optional.of("");
            default -> Optional.of(value);
        };
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return value;
        }
    }
}
