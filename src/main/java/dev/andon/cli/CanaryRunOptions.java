package dev.andon.cli;

import dev.andon.internal.canary.run.CanaryClassPath;
import dev.andon.internal.canary.run.LoadedCanary;
import dev.andon.internal.canary.spec.Tolerance;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.RunnerSettings;
import dev.andon.internal.formats.RunnerSettingsCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that runs canaries is told: where they are, and what they run against. */
final class CanaryRunOptions {
    @Option(
            names = "--class-path",
            paramLabel = "<jars>",
            required = true,
            description = "the jars or folders of the canaries, and what they need beside Andon and JUnit")
    @SuppressWarnings("NullAway.Init")
    private String classPath;

    @Option(names = "--config", paramLabel = "<file>", description = "the settings file, YAML or JSON")
    private @Nullable Path config;

    @Option(names = "--target", paramLabel = "<uri>", description = "the base URI of the deployed system")
    private @Nullable String target;

    @Option(names = "--environment", paramLabel = "<name>", description = "the name of its environment")
    private @Nullable String environment;

    @Option(names = "--location", paramLabel = "<name>", description = "where this runner stands, as recorded")
    private @Nullable String location;

    @Option(
            names = "--log",
            paramLabel = "<folder>",
            description = "the folder of the canary log, or - for standard output")
    private @Nullable String log;

    List<LoadedCanary> canaries() {
        return CanaryClassPath.canaries(classPath);
    }

    String classPath() {
        return classPath;
    }

    /**
     * Returns the settings: what an option says goes before the file.
     *
     * @throws MalformedFileException if the file cannot be read
     * @throws dev.andon.internal.canary.spec.CanaryConfigurationException if it holds a malformed tolerance
     */
    RunnerSettings settings() {
        RunnerSettings file = config == null ? RunnerSettings.NONE : read(config);
        Tolerance.ofSettings(file.tolerances());
        Map<String, String> parameters = new TreeMap<>(file.parameters());
        put(parameters, "target", target);
        put(parameters, "environment", environment);
        put(parameters, "location", location);
        put(parameters, "log", log);
        return file.with(parameters);
    }

    private static void put(Map<String, String> parameters, String key, @Nullable String value) {
        if (value != null) {
            parameters.put("andon.canary." + key, value);
        }
    }

    private static RunnerSettings read(Path config) {
        try {
            return RunnerSettingsCodec.decode(InputFile.text(config), config.toString());
        } catch (IOException unreadable) {
            throw new MalformedFileException(config.toString(), String.valueOf(unreadable));
        }
    }
}
