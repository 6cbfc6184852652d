package dev.andon.internal.canary.write;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What it costs to mask the secrets in 1 MB of text, beside one pass of the JDK's regular expressions over the same text, in
 * processor time, which does not depend on what else runs:
 * {@code mvn -Pbench -DskipTests test-compile exec:exec@redaction}.
 */
public final class RedactionCost {
    private static final int MEGABYTE = 1 << 20;
    private static final int ROUNDS = 20;

    private RedactionCost() {}

    /** Prints a table. */
    public static void main(String[] arguments) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("prose", "the quick brown fox: jumps over 13 lazy dogs. ");
        texts.put("JSON", "{\"id\": 17, \"name\": \"Ann Smith\", \"token\": \"abc-123\", \"tags\": [\"a\", \"b\"]},\n");
        texts.put("HTML", "<tr><td class=\"name\">Ann</td><td><a href=\"/owners/7?page=2\">more</a></td></tr>\n");
        texts.put("headers", "X-Request-Id: 7f3e\r\nCookie: session=abc; theme=dark\r\nAccept: */*\r\n");
        Secrets secrets = new Secrets();
        PlantedSecrets.encodings("Pl4nted/\"s&cr3t<1'+x").values().forEach(secrets::learn);
        System.out.printf(
                Locale.ROOT, "| 1 MB of | first, ms | median of %d, ms | one pattern of the JDK, ms |%n", ROUNDS);
        System.out.println("|---|---|---|---|");
        texts.forEach((kind, part) -> {
            String text = part.repeat(MEGABYTE / part.length());
            double[] redacted = times(() -> secrets.redact(text));
            double[] pattern =
                    times(() -> text.replaceAll("(?i)\\b(token|password|secret)\\b\\W{1,4}[^\\s\",;]{1,200}", "***"));
            System.out.printf(
                    Locale.ROOT, "| %s | %.0f | %.0f | %.0f |%n", kind, redacted[0], median(redacted), median(pattern));
        });
    }

    private static double[] times(Runnable work) {
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            times[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from) / 1e6;
        }
        return times;
    }

    private static double median(double[] times) {
        return Arrays.stream(times).sorted().toArray()[times.length / 2];
    }
}
