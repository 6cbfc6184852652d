package dev.andon.internal.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Values that no text may show, and their usual encodings. Finds all of them in one pass over a text. Thread-safe. */
public final class KnownValues {
    /** Masking shorter values would make messages unreadable and protect nothing. */
    static final int SHORTEST = 3;

    /** Parts of a shorter value in base64 could be anything. */
    private static final int SHORTEST_IN_BASE64 = 6;

    private static final int BUCKETS = 1 << 14;

    private final Set<String> values = new LinkedHashSet<>();
    private final Map<Integer, List<String>> byStart = new HashMap<>();
    private final BitSet starts = new BitSet(BUCKETS);
    private int longest;

    /** Remembers a value and its encodings; not one so short that it could be anything. */
    public synchronized void add(String value) {
        if (value.length() < SHORTEST || !values.add(value)) {
            return;
        }
        for (String form : forms(value)) {
            List<String> same = byStart.computeIfAbsent(start(form, 0), key -> new ArrayList<>());
            if (!same.contains(form)) {
                same.add(form);
                // The longest first, since one form may begin with another.
                same.sort(Comparator.comparingInt(String::length).reversed());
                starts.set(start(form, 0));
                longest = Math.max(longest, form.length());
            }
        }
    }

    /** Returns the length of the longest form. */
    public synchronized int longest() {
        return longest;
    }

    /** Returns the text with the mask in place of each value. */
    public synchronized String masked(String text, String mask) {
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        for (int at = 0; at + SHORTEST <= text.length(); at++) {
            int start = start(text, at);
            if (starts.get(start)) {
                for (String form : byStart.getOrDefault(start, List.of())) {
                    if (text.startsWith(form, at)) {
                        masked.append(text, from, at).append(mask);
                        from = at + form.length();
                        at = from - 1;
                        break;
                    }
                }
            }
        }
        return from == 0 ? text : masked.append(text, from, text.length()).toString();
    }

    private static int start(String text, int at) {
        return ((text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2)) & (BUCKETS - 1);
    }

    private static Set<String> forms(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>(List.of(value));
        forms.addAll(base64(bytes));
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String percent = encoded.replace("+", "%20");
        forms.addAll(List.of(encoded, percent, lowerCasePercent(percent), percent.replace("%", "%25")));
        String all = HexFormat.ofDelimiter("%").withPrefix("").formatHex(bytes);
        forms.addAll(List.of("%" + all, "%" + all.toUpperCase(Locale.ROOT)));
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
        forms.addAll(List.of(
                json, json.replace("/", "\\/"), json.replace("\\", "\\\\").replace("\"", "\\\"")));
        for (boolean letters : new boolean[] {true, false}) {
            forms.add(escaped(value, letters, c -> String.format("\\u%04x", c)));
            forms.add(escaped(value, letters, c -> String.format("\\u%04X", c)));
            forms.add(escaped(value, letters, c -> "&#" + c + ";"));
            forms.add(escaped(value, letters, c -> String.format("&#x%x;", c)));
            forms.add(escaped(value, letters, c -> String.format("&#x%X;", c)));
        }
        String html = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        for (String apostrophe : List.of("'", "&#39;", "&#x27;", "&apos;")) {
            forms.add(html.replace("'", apostrophe));
            forms.add(html.replace("'", apostrophe).replace("\"", "&quot;"));
            forms.add(html.replace("'", apostrophe).replace("\"", "&#34;"));
        }
        forms.removeIf(form -> form.length() < SHORTEST);
        return forms;
    }

    /** Of a longer text, such as {@code user:password}, the characters that depend on the value alone: three alignments. */
    private static Set<String> base64(byte[] bytes) {
        Set<String> forms = new LinkedHashSet<>();
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            forms.add(encoder.encodeToString(bytes));
            forms.add(encoder.withoutPadding().encodeToString(bytes));
            for (int before = 0; before < 3 && bytes.length >= SHORTEST_IN_BASE64; before++) {
                byte[] shifted = new byte[before + bytes.length];
                System.arraycopy(bytes, 0, shifted, before, bytes.length);
                int whole = shifted.length / 3 * 4;
                String text = encoder.encodeToString(Arrays.copyOf(shifted, shifted.length / 3 * 3));
                forms.add(text.substring(before == 0 ? 0 : 4, whole));
            }
        }
        return forms;
    }

    private static String escaped(String value, boolean letters, IntFunction<String> escape) {
        return value.chars()
                .mapToObj(c -> letters || !Character.isLetterOrDigit(c) ? escape.apply(c) : String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private static String lowerCasePercent(String percent) {
        StringBuilder lower = new StringBuilder(percent);
        for (int at = lower.indexOf("%"); at >= 0; at = lower.indexOf("%", at + 1)) {
            lower.replace(at, at + 3, lower.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }
}
