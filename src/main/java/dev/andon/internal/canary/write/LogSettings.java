package dev.andon.internal.canary.write;

import dev.andon.internal.canary.record.RunLog;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.text.Durations;
import dev.andon.internal.text.OutputFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the canary log is written to, and for how long it is kept. */
public final class LogSettings {
    static final String LOG = "andon.canary.log";
    static final String LARGEST = LOG + ".rotate";
    static final String KEEP = LOG + ".keep";
    static final String SYNC = LOG + ".sync";

    private static final String STANDARD_OUTPUT = "-";
    private static final long USUAL = 100L << 20;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(kb|mb|gb)");

    private LogSettings() {}

    /**
     * Checks the settings.
     *
     * @throws CanaryConfigurationException naming the one that is malformed
     */
    static void check(CanarySettings settings) {
        largest(settings);
        keep(settings);
        sync(settings);
    }

    /** Returns the log that these parameters, or the environment, name. */
    public static RunLog log(Map<String, String> parameters) {
        return log(CanarySettings.of(parameters));
    }

    /** Returns the folder of that log; empty for standard output. */
    public static Optional<Path> folder(Map<String, String> parameters) {
        return folder(CanarySettings.of(parameters));
    }

    private static Optional<Path> folder(CanarySettings settings) {
        Optional<String> to = settings.value(LOG);
        return to.filter(STANDARD_OUTPUT::equals).isPresent()
                ? Optional.empty()
                : Optional.of(to.map(Path::of).orElseGet(() -> OutputFolder.find(
                                key -> settings.parameter(key).orElse(null))
                        .resolve("canaries")));
    }

    /** Returns the log; malformed settings, which fail each canary, leave it as it is by default. */
    static RunLog log(CanarySettings settings) {
        Optional<Path> folder = folder(settings);
        if (folder.isEmpty()) {
            return RunLog.onStandardOutput();
        }
        try {
            return RunLog.in(folder.get(), new RunLog.Rotation(largest(settings), keep(settings)), sync(settings));
        } catch (CanaryConfigurationException malformed) {
            return RunLog.in(folder.get(), new RunLog.Rotation(USUAL, Optional.empty()), false);
        }
    }

    private static long largest(CanarySettings settings) {
        return settings.value(LARGEST)
                .map(text -> {
                    Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
                    if (!size.matches()) {
                        throw new CanaryConfigurationException(LARGEST + " = " + text + ": write a size such as 50MB");
                    }
                    int shift = size.group(2).equals("kb") ? 10 : size.group(2).equals("mb") ? 20 : 30;
                    return Long.parseLong(size.group(1)) << shift;
                })
                .orElse(USUAL);
    }

    private static Optional<Duration> keep(CanarySettings settings) {
        return settings.value(KEEP).map(text -> Durations.parse(text)
                .orElseThrow(() ->
                        new CanaryConfigurationException(KEEP + " = " + text + ": write a duration such as 90d")));
    }

    private static boolean sync(CanarySettings settings) {
        return settings.flag(SYNC);
    }
}
