package dev.andon.internal.canary.run;

import dev.andon.internal.formats.RunMode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a JVM is told that runs one canary once. It goes through a pipe: settings may hold secrets, which neither a command line
 * nor a file may show.
 *
 * @param classPath the jars and folders of the canaries, as written
 * @param className the canary's class
 * @param mode what it is run for
 * @param scheduled when it was due; empty where nothing says so
 * @param muted why no failure alerts anybody now; empty where it does
 * @param parameters JUnit configuration parameters
 * @param tolerances the tolerance of a canary in place of the one that it declares
 * @param properties system properties
 */
record ForkRequest(
        String classPath,
        String className,
        RunMode mode,
        Optional<Instant> scheduled,
        String muted,
        Map<String, String> parameters,
        Map<String, String> tolerances,
        Map<String, String> properties) {
    private static final int LONGEST = 1 << 20;

    void writeTo(DataOutputStream out) throws IOException {
        text(out, classPath);
        text(out, className);
        text(out, mode.name());
        text(out, scheduled.map(Instant::toString).orElse(""));
        text(out, muted);
        map(out, parameters);
        map(out, tolerances);
        map(out, properties);
        out.flush();
    }

    static ForkRequest readFrom(DataInputStream in) throws IOException {
        return new ForkRequest(
                text(in),
                text(in),
                RunMode.valueOf(text(in)),
                Optional.of(text(in)).filter(due -> !due.isEmpty()).map(Instant::parse),
                text(in),
                map(in),
                map(in),
                map(in));
    }

    private static void map(DataOutputStream out, Map<String, String> map) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<String, String> entry : map.entrySet()) {
            text(out, entry.getKey());
            text(out, entry.getValue());
        }
    }

    private static Map<String, String> map(DataInputStream in) throws IOException {
        Map<String, String> map = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(text(in), text(in));
        }
        return map;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("no text of a request");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
