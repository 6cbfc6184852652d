package dev.andon.internal.canary.write;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts in which a secret is planted, and its encodings. */
public final class PlantedSecrets {
    private PlantedSecrets() {}

    private static String each(String text, boolean letters, IntFunction<String> escape) {
        return text.chars()
                .mapToObj(c -> letters || !Character.isLetterOrDigit(c) ? escape.apply(c) : String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Twenty encodings of a value; of those that hold more than it, the part that depends on it alone must go. */
    public static Map<String, String> encodings(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("plain", value);
        all.put("form", form);
        all.put("percent", form.replace("+", "%20"));
        all.put("lower-case percent", each(value, false, c -> String.format("%%%02x", c)));
        all.put("percent of every character", "%" + HexFormat.ofDelimiter("%").formatHex(bytes));
        all.put("percent twice", form.replace("%", "%25"));
        all.put("base64", base64(value));
        all.put("base64 without padding", Base64.getEncoder().withoutPadding().encodeToString(bytes));
        all.put("base64 for URLs", Base64.getUrlEncoder().encodeToString(bytes));
        all.put("hex", HexFormat.of().formatHex(bytes));
        all.put("upper-case hex", HexFormat.of().withUpperCase().formatHex(bytes));
        all.put("JSON", value.replace("\"", "\\\""));
        all.put("JSON with slashes", value.replace("\"", "\\\"").replace("/", "\\/"));
        all.put("JSON in JSON", value.replace("\"", "\\\\\\\""));
        all.put("JSON unicode", each(value, true, c -> String.format("\\u%04x", c)));
        all.put("JSON unicode of signs", each(value, false, c -> String.format("\\u%04X", c)));
        all.put("HTML", value.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;"));
        all.put("HTML decimal", each(value, true, c -> "&#" + c + ";"));
        all.put("HTML hexadecimal", each(value, true, c -> String.format("&#x%x;", c)));
        all.put(
                "HTML attribute",
                value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace("'", "&#x27;")
                        .replace("\"", "&quot;"));
        return all;
    }

    /** A hundred texts; the place of the secret is marked by {@code %s}. */
    public static List<String> texts() {
        List<String> around = List.of(
                "%s",
                "found %s there",
                "[%s]",
                "expected: <a> but was: <%s>",
                "GET /x/%s answered 500",
                "(%s)",
                "a,%s,b",
                "first\nsecond %s\nthird",
                "\"%s\"",
                "{\"any\": \"%s\"}");
        return around.stream()
                .flatMap(text -> Stream.of("", "order 7: ", "é ü 日本 ", "\t", "* ", "<p>", "x=1&", "key ", "-- ", "#")
                        .map(before -> before + text + before))
                .toList();
    }

    /** Returns all texts with a secret in all encodings, one a line. */
    public static String all(String secret) {
        StringBuilder all = new StringBuilder();
        for (String encoded : encodings(secret).values()) {
            texts().forEach(text -> all.append(text.replace("%s", encoded)).append('\n'));
        }
        return all.toString();
    }
}
