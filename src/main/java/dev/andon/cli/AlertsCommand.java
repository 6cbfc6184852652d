package dev.andon.cli;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.canary.rules.CloudWatchAlarms;
import dev.andon.internal.canary.rules.GrafanaDashboard;
import dev.andon.internal.canary.rules.LocationQuorum;
import dev.andon.internal.canary.rules.PrometheusRules;
import dev.andon.internal.canary.rules.WatchedSpec;
import dev.andon.internal.canary.run.CanaryClassPath;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.CanarySpec;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.text.VisibleText;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints alerting rules, alarms or a dashboard for the canaries of an artefact; reads their classes and runs none. */
@Command(
        name = "alerts",
        description = "Prints what another system needs to alert on canaries. Reads their classes, and runs none.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it is printed", "2:wrong arguments, no canary, or one that declares too little"})
final class AlertsCommand implements Callable<Integer> {

    /** Who evaluates it. */
    enum Format {
        prometheus,
        cloudwatch,
        grafana
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--class-path",
            required = true,
            paramLabel = "<jar or folder>",
            description = "the artefact of the canaries, or several, separated as in a class path")
    @SuppressWarnings("NullAway.Init")
    private String classPath;

    @Option(names = "--format", required = true, description = "one of ${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = "--locations",
            paramLabel = "<failing>/<all>",
            description = "page only when so many of so many locations see a failure, for example 2/3; for prometheus")
    private @Nullable String locations;

    @Override
    public Integer call() {
        try {
            String text = text(WatchedSpec.of(canaries()));
            PrintWriter out = spec.commandLine().getOut();
            out.print(VisibleText.ofLines(text));
            out.flush();
            return ExitCode.MET;
        } catch (UncheckedIOException unreadable) {
            throw new Misuse("the class path cannot be read: " + unreadable.getMessage());
        }
    }

    private String text(List<WatchedSpec> canaries) {
        if (locations != null && format != Format.prometheus) {
            throw new CanaryConfigurationException(
                    "--locations is for --format prometheus: the others know no locations");
        }
        return switch (format) {
            case prometheus -> PrometheusRules.of(canaries, quorum());
            case cloudwatch -> CloudWatchAlarms.of(canaries);
            case grafana -> GrafanaDashboard.of(canaries);
        };
    }

    private LocationQuorum quorum() {
        return locations == null
                ? LocationQuorum.EACH
                : LocationQuorum.parse(locations)
                        .orElseThrow(() -> new CanaryConfigurationException(
                                "--locations " + locations + ": write for example 2/3, two of three locations"));
    }

    private List<CanarySpec> canaries() {
        List<ClassRoot> roots = CanaryClassPath.parts(classPath).stream()
                .map(path -> new ClassRoot(path, "", false))
                .toList();
        List<CanarySpec> canaries = Discovery.canaries(CodeIndex.of(roots, ClassSource.NONE)).stream()
                .map(CanaryClass::written)
                .map(CanarySpec::of)
                .sorted(Comparator.comparing(CanarySpec::name))
                .toList();
        if (canaries.isEmpty()) {
            throw new CanaryConfigurationException("no class in " + classPath + " has @Canary");
        }
        return canaries;
    }
}
