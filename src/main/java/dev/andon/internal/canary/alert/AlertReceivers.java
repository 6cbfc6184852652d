package dev.andon.internal.canary.alert;

import dev.andon.internal.canary.tls.TrustFiles;
import dev.andon.internal.formats.ReceiverSettings;
import dev.andon.internal.formats.SecretSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** Makes the receivers that the settings describe; all of a process share one HTTP client. */
public final class AlertReceivers {
    /** How often the state is told anew. */
    public static final Duration RESEND = Duration.ofMinutes(1);

    private final SecretValues values;
    private final AlertHttp http;
    private final Duration resend;

    private AlertReceivers(Map<String, String> environment, AlertHttp http, Duration resend) {
        this.values = new SecretValues(environment);
        this.http = http;
        this.resend = resend;
    }

    /**
     * Returns what makes receivers; a process needs one.
     *
     * @param authorities a file with the certificates of authorities to be trusted besides those of the JDK
     * @throws dev.andon.internal.canary.spec.CanaryConfigurationException if the file cannot be used
     */
    public static AlertReceivers from(Map<String, String> environment, Optional<String> authorities) {
        return new AlertReceivers(environment, AlertHttp.bounded(security(authorities)), RESEND);
    }

    static AlertReceivers from(Map<String, String> environment, Duration answer, Duration resend) {
        return from(environment, answer, resend, Optional.empty());
    }

    static AlertReceivers from(
            Map<String, String> environment, Duration answer, Duration resend, Optional<String> authorities) {
        return new AlertReceivers(environment, AlertHttp.bounded(answer, security(authorities)), resend);
    }

    private static Optional<SSLContext> security(Optional<String> authorities) {
        return authorities.map(path -> TrustFiles.trusting("receivers-ca-file", path));
    }

    /**
     * Returns the receivers, in the order of the settings.
     *
     * @throws dev.andon.internal.canary.spec.CanaryConfigurationException if a variable or file that they name holds
     *     nothing, or an address is not valid; the message holds no value
     */
    public List<AlertReceiver> of(List<ReceiverSettings> settings) {
        return settings.stream().map(this::receiver).toList();
    }

    /**
     * Returns the ping that says that rounds complete.
     *
     * @param problems takes a message when pings begin to fail; it holds no secret
     * @throws dev.andon.internal.canary.spec.CanaryConfigurationException as {@link #of}
     */
    public DeadManPing deadMan(SecretSource url, Consumer<String> problems) {
        return new DeadManPing(values.uri(url, "dead-man"), http, problems);
    }

    private AlertReceiver receiver(ReceiverSettings settings) {
        String name = settings.name();
        String what = "receiver " + name;
        Optional<String> authorization = settings.authorization().map(source -> values.value(source, what));
        Optional<URI> url = settings.url().map(source -> values.uri(source, what));
        return switch (settings.type()) {
            case ALERTMANAGER -> new AlertmanagerReceiver(name, url.orElseThrow(), authorization, resend, http);
            case WEBHOOK -> new WebhookReceiver(name, url.orElseThrow(), authorization, http);
            case PAGERDUTY ->
                new PagerDutyReceiver(
                        name,
                        url.orElse(PagerDutyReceiver.EVENTS),
                        values.value(settings.routingKey().orElseThrow(), what),
                        http);
        };
    }
}
