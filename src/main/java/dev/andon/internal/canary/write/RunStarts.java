package dev.andon.internal.canary.write;

import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.CanarySpec;
import dev.andon.internal.canary.spec.RunOverrides;
import dev.andon.internal.canary.spec.Tolerance;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.RunCanary;
import dev.andon.internal.formats.RunMode;
import dev.andon.internal.formats.RunStart;
import dev.andon.internal.formats.RunnerIdentity;
import dev.andon.internal.text.BuildTestRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Begins runs: numbers them, and says what runs them, where and as what. */
final class RunStarts {
    private static final long LOADED_AT = System.nanoTime();
    private static final AtomicLong SEQUENCE = new AtomicLong();
    private static final Set<String> WARM = ConcurrentHashMap.newKeySet();
    private static final String PROCESS = ProcessHandle.current().pid() + "-"
            + Long.toHexString(ThreadLocalRandom.current().nextLong(1L << 40));
    private static final String HOST = host();

    private RunStarts() {}

    /** Begins a run. What is configured wrongly is left out: no run may lack its line for that. */
    static RunStart begin(CanarySpec spec, CanarySettings settings, Class<?> canary, Instant started) {
        RunCanary declared = new RunCanary(
                spec.name(),
                spec.className(),
                spec.operation(),
                spec.route(),
                version(settings, canary),
                spec.every(),
                valid(settings::timeout).orElse(spec.bound()),
                RunOverrides.value(RunOverrides.TOLERANCE)
                        .flatMap(Tolerance::parse)
                        .or(spec::tolerance)
                        .map(tolerance -> tolerance.failures() + "/" + tolerance.window())
                        .orElse(""));
        RunMode mode = valid(settings::mode).orElse(BuildTestRun.isThisJvm() ? RunMode.CI : RunMode.ONCE);
        Optional<ConfiguredTarget> target = valid(() -> Optional.of(new ConfiguredTarget(settings, new Secrets())));
        return new RunStart(
                Trace.newId(),
                SEQUENCE.incrementAndGet(),
                declared,
                new RunnerIdentity(
                        PROCESS, HOST, settings.value(CanarySettings.LOCATION).orElse(""), mode),
                target.map(ConfiguredTarget::environment)
                        .or(() -> settings.value(CanarySettings.ENVIRONMENT))
                        .orElse(""),
                target.map(ConfiguredTarget::shown).orElse(""),
                valid(settings::scheduled),
                started,
                Duration.ofNanos(System.nanoTime() - LOADED_AT),
                WARM.add(spec.className()),
                settings.value(CanarySettings.MUTED).orElse(""));
    }

    static String version(CanarySettings settings, Class<?> canary) {
        return settings.value(CanarySettings.VERSION)
                .or(() -> Optional.ofNullable(canary.getPackage().getImplementationVersion()))
                .orElse("dev");
    }

    private static <T> Optional<T> valid(Supplier<Optional<T>> setting) {
        try {
            return setting.get();
        } catch (CanaryConfigurationException malformed) {
            return Optional.empty();
        }
    }

    /** Asks no name service: it may hang just when a canary is needed. */
    private static String host() {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .flatMap(name -> Optional.ofNullable(System.getenv(name)).stream())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseGet(() -> {
                    try {
                        return InputFile.text(Path.of("/proc/sys/kernel/hostname"))
                                .trim();
                    } catch (IOException elsewhere) {
                        return "";
                    }
                });
    }
}
