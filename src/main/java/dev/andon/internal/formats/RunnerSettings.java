package dev.andon.internal.formats;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the settings file of a runner holds.
 *
 * @param parameters JUnit configuration parameters for the canaries, such as the target
 * @param control the control target: where it does not answer either, it is the runner's own network that is down
 * @param metrics where to answer {@code /metrics}, as host:port; empty for nowhere
 * @param tolerances the tolerance of a canary in place of the one that it declares, by the canary's name
 * @param mutes when no failure alerts anybody
 * @param receivers who is told of alerts
 * @param deadMan where to ping after each completed round
 * @param receiversCa a file with the certificates of authorities that receivers and the dead-man ping may have besides those
 *     of the JDK
 */
public record RunnerSettings(
        Map<String, String> parameters,
        Optional<URI> control,
        Optional<String> metrics,
        Map<String, String> tolerances,
        List<MuteWindow> mutes,
        List<ReceiverSettings> receivers,
        Optional<SecretSource> deadMan,
        Optional<String> receiversCa) {

    /** What a runner without a file has. */
    public static final RunnerSettings NONE = new RunnerSettings(
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    /** Returns them with other parameters. */
    public RunnerSettings with(Map<String, String> others) {
        return new RunnerSettings(others, control, metrics, tolerances, mutes, receivers, deadMan, receiversCa);
    }

    /** Returns why no failure of a canary alerts anybody at a time; empty where it does. */
    public String muted(String canary, Instant at) {
        return mutes.stream()
                .filter(mute -> mute.mutes(canary, at))
                .map(MuteWindow::text)
                .findFirst()
                .orElse("");
    }
}
