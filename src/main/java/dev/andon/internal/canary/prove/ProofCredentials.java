package dev.andon.internal.canary.prove;

import dev.andon.internal.text.AndonVariables;
import dev.andon.internal.text.SecretText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The credentials that a proof gives to a canary, which its report must not show, in the path of a request either. */
record ProofCredentials(List<String> values) {
    private static final String PREFIX = "andon.canary.credential.";
    private static final int SHORTEST = 3;

    /** Returns those of the proof and those of the build. */
    static ProofCredentials of(Map<String, String> parameters) {
        Stream<Map.Entry<String, String>> variables = System.getenv().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(AndonVariables.nameOf(PREFIX)));
        Stream<Map.Entry<String, String>> properties = System.getProperties().stringPropertyNames().stream()
                .map(key -> Map.entry(key, System.getProperty(key, "")));
        return new ProofCredentials(Stream.concat(
                        Stream.concat(parameters.entrySet().stream(), properties)
                                .filter(entry -> entry.getKey().startsWith(PREFIX)),
                        variables)
                .map(entry -> entry.getValue().trim())
                .filter(value -> value.length() >= SHORTEST)
                .flatMap(value -> Stream.of(
                        value,
                        URLEncoder.encode(value, StandardCharsets.UTF_8),
                        URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** Returns a text without them. */
    String masked(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, SecretText.MASK);
        }
        return masked;
    }
}
