package dev.andon.internal.evidence.ledger;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.andon.internal.evidence.TestRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs fixtures through the real launcher with the listener, as the build {@code this}. */
final class Ledgers {

    static final BuildId THIS = new BuildId("this", BuildId.Kind.CHOSEN, Instant.EPOCH);
    static final BuildId DAEMON = new BuildId("daemon", BuildId.Kind.DAEMON, Instant.EPOCH);
    static final RunFreshness ANY = RunFreshness.newerThan(List.of(), module -> Set.of());

    private Ledgers() {}

    static TestRuns run(Path folder, Class<?>... classes) {
        return run(
                folder,
                "false",
                Stream.of(classes)
                        .map(each -> (DiscoverySelector) selectClass(each))
                        .toList());
    }

    static TestRuns run(Path folder, String parallel, List<DiscoverySelector> selectors) {
        execute(new LedgerListener(new Nesting(), folder), parallel, selectors);
        return LedgerReader.read(List.of(folder), THIS, ANY);
    }

    static void execute(LedgerListener listener, String parallel, List<DiscoverySelector> selectors) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .addTestExecutionListeners(listener)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectors)
                            .configurationParameter("andon.build-id", "this")
                            .configurationParameter("junit.jupiter.execution.parallel.enabled", parallel)
                            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                            .build());
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
