package dev.andon.internal.canary.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.formats.ReceiverSettings;
import dev.andon.internal.formats.ReceiversCodec;
import dev.andon.internal.formats.SecretSource;
import dev.andon.testing.FreePorts;
import dev.andon.testing.PublishedSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertReceiversTest {
    private static final Instant NOW = Instant.parse("2027-01-31T11:50:00Z");
    /** So long that a busy machine has answered. */
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration RESEND = Duration.ofMinutes(1);

    private static AlertReceiver receiver(Map<String, Object> settings, Map<String, String> environment) {
        return receiver(settings, environment, ANSWER);
    }

    private static AlertReceiver receiver(
            Map<String, Object> settings, Map<String, String> environment, Duration answer) {
        return AlertReceivers.from(environment, answer, RESEND)
                .of(ReceiversCodec.receivers(List.of(settings), "andon.yaml"))
                .get(0);
    }

    private static AlertReceiver webhook(URI uri) {
        return webhook(uri, ANSWER);
    }

    private static AlertReceiver webhook(URI uri, Duration answer) {
        return receiver(Map.of("name", "chat", "type", "webhook", "url", uri.toString()), Map.of(), answer);
    }

    private static JsonObject json(String text) throws JsonParserException {
        return JsonParser.object().from(text);
    }

    @Test
    void alertmanager_gets_few_stable_labels_and_an_end_that_is_a_few_resends_ahead() throws Exception {
        try (ReceivingServer server = ReceivingServer.answering(200)) {
            AlertReceiver receiver = receiver(
                    Map.of(
                            "name",
                            "am",
                            "type",
                            "alertmanager",
                            "url",
                            server.uri("/prefix/").toString()),
                    Map.of());

            assertThat(receiver.deliver(Alerts.firing("place-an-order"), NOW).result())
                    .isEqualTo(AlertDelivery.Result.DELIVERED);
            receiver.deliver(Alerts.resolved("place-an-order"), NOW);

            assertThat(server.received()).extracting(one -> one.uri().getPath()).containsOnly("/prefix/api/v2/alerts");
            JsonObject firing = alert(server.received().get(0).body());
            JsonObject resolved = alert(server.received().get(1).body());
            assertThat(firing.getObject("labels"))
                    .isEqualTo(resolved.getObject("labels"))
                    .containsOnlyKeys(
                            "alertname", "canary", "evaluated_by", "severity", "environment", "location", "owner")
                    .containsEntry("alertname", "CanaryFailing")
                    .containsEntry("severity", "critical");
            assertThat(firing.getObject("annotations"))
                    .containsEntry("runbook_url", "https://wiki.acme.com/place-an-order")
                    .containsEntry("failing_step", "POST /orders")
                    .containsEntry("trace_id", Alerts.TRACE)
                    .containsEntry("incident", "place-an-order-" + Alerts.TRACE);
            assertThat(firing.getString("startsAt")).isEqualTo(Alerts.BEGIN.toString());
            assertThat(firing.getString("endsAt")).isEqualTo("2027-01-31T11:54:00Z");
            assertThat(resolved.getString("endsAt")).isEqualTo("2027-01-31T11:45:03Z");
        }
    }

    private static JsonObject alert(String body) throws JsonParserException {
        return JsonParser.array().from(body).getObject(0);
    }

    @Test
    void pagerduty_gets_the_same_key_for_trigger_and_resolve() throws Exception {
        try (ReceivingServer server = ReceivingServer.answering(202)) {
            AlertReceiver receiver = receiver(
                    Map.of(
                            "name",
                            "on-call",
                            "type",
                            "pagerduty",
                            "routing-key-env",
                            "KEY",
                            "url",
                            server.uri("/v2/enqueue").toString()),
                    Map.of("KEY", "r0ut1ng"));
            receiver.deliver(Alerts.firing("place-an-order"), NOW);
            receiver.deliver(Alerts.resolved("place-an-order"), NOW);

            JsonObject trigger = json(server.received().get(0).body());
            JsonObject resolve = json(server.received().get(1).body());
            assertThat(trigger.getString("event_action")).isEqualTo("trigger");
            assertThat(resolve.getString("event_action")).isEqualTo("resolve");
            assertThat(trigger.getString("dedup_key"))
                    .isEqualTo(resolve.getString("dedup_key"))
                    .isEqualTo("place-an-order-" + Alerts.TRACE);
            assertThat(trigger.getString("routing_key")).isEqualTo("r0ut1ng");
            assertThat(trigger.getObject("payload"))
                    .containsEntry("severity", "critical")
                    .containsEntry("source", "production/fra")
                    .containsEntry("timestamp", Alerts.BEGIN.toString());
            assertThat(trigger.getArray("links").getObject(0).getString("href"))
                    .isEqualTo("https://wiki.acme.com/place-an-order");
        }
    }

    @Test
    void a_webhook_gets_what_the_published_schema_describes() throws Exception {
        try (ReceivingServer server = ReceivingServer.answering(204)) {
            AlertReceiver receiver = receiver(
                    Map.of("name", "chat", "type", "webhook", "url-env", "HOOK", "authorization-env", "TOKEN"),
                    Map.of("HOOK", server.uri("/hook").toString(), "TOKEN", "Bearer t0ken"));
            receiver.deliver(Alerts.firing("place-an-order"), NOW);
            receiver.deliver(Alerts.resolved("place-an-order"), NOW);

            assertThat(server.received())
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(PublishedSchema.errors("canary-alert.schema.json", one.body()))
                            .isEmpty())
                    .allSatisfy(one -> assertThat(one.authorization()).isEqualTo("Bearer t0ken"));
            assertThat(json(server.received().get(0).body())).containsEntry("status", "firing");
            assertThat(json(server.received().get(1).body()))
                    .containsEntry("status", "resolved")
                    .containsEntry("endsAt", "2027-01-31T11:45:03Z");
        }
    }

    @Test
    void a_user_in_the_address_is_sent_as_a_header() throws Exception {
        try (ReceivingServer server = ReceivingServer.answering(200)) {
            String address = server.uri("/hook").toString().replace("http://", "http://me:s3cret@");
            AlertReceiver receiver =
                    receiver(Map.of("name", "chat", "type", "webhook", "url-env", "HOOK"), Map.of("HOOK", address));
            receiver.deliver(Alerts.firing("a"), NOW);
            assertThat(server.received().get(0).authorization()).isEqualTo("Basic bWU6czNjcmV0");
        }
    }

    @Test
    void an_error_and_a_redirect_are_refusals_and_a_redirect_is_not_followed() throws Exception {
        try (ReceivingServer other = ReceivingServer.answering(200);
                ReceivingServer redirecting = ReceivingServer.answering(request -> {
                    request.getResponseHeaders().set("Location", other.uri("/").toString());
                    request.sendResponseHeaders(307, -1);
                });
                ReceivingServer failing = ReceivingServer.answering(500)) {
            AlertDelivery redirected = webhook(redirecting.uri("/t0ken")).deliver(Alerts.firing("a"), NOW);
            AlertDelivery failed = webhook(failing.uri("/t0ken?key=t0ken")).deliver(Alerts.firing("a"), NOW);

            assertThat(List.of(redirected, failed))
                    .extracting(AlertDelivery::result)
                    .containsOnly(AlertDelivery.Result.REFUSED);
            assertThat(redirected.problem()).contains("307").doesNotContain("t0ken");
            assertThat(failed.problem()).contains("500").doesNotContain("t0ken");
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void who_does_not_answer_is_unreachable_after_the_time_limit() throws Exception {
        try (ReceivingServer hanging = ReceivingServer.hanging()) {
            AlertDelivery delivery = webhook(hanging.uri("/t0ken"), SHORT).deliver(Alerts.firing("a"), NOW);
            assertThat(delivery.result()).isEqualTo(AlertDelivery.Result.UNREACHABLE);
            assertThat(delivery.problem()).contains("no answer within 300 ms").doesNotContain("t0ken");
        }
    }

    @Test
    void a_body_that_never_ends_does_not_matter_once_the_status_is_there() throws Exception {
        try (ReceivingServer slow = ReceivingServer.answering(request -> {
            request.sendResponseHeaders(200, 0);
            OutputStream body = request.getResponseBody();
            body.write('.');
            body.flush();
            Thread.sleep(Duration.ofHours(1).toMillis());
        })) {
            assertThat(webhook(slow.uri("/")).deliver(Alerts.firing("a"), NOW)).isEqualTo(AlertDelivery.delivered());
        }
    }

    @Test
    void a_closed_port_and_a_server_without_tls_are_unreachable() throws Exception {
        int closed = FreePorts.next();
        AlertDelivery refused =
                webhook(URI.create("http://localhost:" + closed + "/t0ken")).deliver(Alerts.firing("a"), NOW);
        assertThat(refused.result()).isEqualTo(AlertDelivery.Result.UNREACHABLE);
        assertThat(refused.problem()).isEqualTo("localhost:" + closed + " cannot be connected to");
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> {
                try (Socket connection = plain.accept()) {
                    connection
                            .getOutputStream()
                            .write("HTTP/1.1 400 No TLS here\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    connection.getInputStream().readAllBytes();
                } catch (IOException ended) {
                    return;
                }
            });
            answering.start();
            URI secure = URI.create("https://localhost:" + plain.getLocalPort() + "/t0ken");
            AlertDelivery untrusted = webhook(secure).deliver(Alerts.firing("a"), NOW);
            assertThat(untrusted.result()).isEqualTo(AlertDelivery.Result.UNREACHABLE);
            // What the JDK's client reports depends on which side closes the connection first.
            assertThat(untrusted.problem())
                    .containsPattern("is not trusted|gave no answer")
                    .doesNotContain("t0ken");
        }
    }

    @Test
    void a_dead_man_ping_reports_a_problem_once_and_shows_no_address() throws Exception {
        List<String> problems = new ArrayList<>();
        try (ReceivingServer server = ReceivingServer.answering(404)) {
            String address = server.uri("/ping/5a7e").toString();
            DeadManPing ping = AlertReceivers.from(Map.of("PING", address), ANSWER, RESEND)
                    .deadMan(new SecretSource(SecretSource.Kind.VARIABLE, "PING"), problems::add);
            ping.send();
            ping.send();
            assertThat(server.received())
                    .extracting(one -> one.method() + " " + one.uri())
                    .containsExactly("GET /ping/5a7e", "GET /ping/5a7e");
            assertThat(problems)
                    .hasSize(1)
                    .allSatisfy(text -> assertThat(text).contains("404").doesNotContain("5a7e"));
        }
    }

    @Test
    void texts_of_a_service_are_freed_of_secrets_and_of_control_characters() {
        Alert alert = new Alert(
                "a-t",
                "a",
                "o",
                "",
                AlertSeverity.CANARY,
                "",
                "GET /orders?token=s3cret",
                "t",
                Alerts.BEGIN,
                java.util.Optional.empty(),
                "it answered password=s3cret \u001b[2J",
                "",
                "");
        assertThat(WebhookReceiver.body(alert, NOW)).doesNotContain("s3cret").doesNotContain("\u001b");
    }

    @Test
    void settings_that_hold_no_value_are_refused_without_showing_one(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("url"), "ftp://me:s3cret@host\n");
        assertThatThrownBy(
                        () -> receiver(Map.of("name", "c", "type", "webhook", "url-file", file.toString()), Map.of()))
                .isInstanceOf(CanaryConfigurationException.class)
                .hasMessageContaining("receiver c")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> receiver(Map.of("name", "c", "type", "webhook", "url-env", "HOOK"), Map.of()))
                .hasMessageContaining("environment variable HOOK holds nothing");
        assertThatThrownBy(() -> receiver(
                        Map.of("name", "c", "type", "webhook", "url-env", "HOOK"), Map.of("HOOK", "http://s3cret\\ x")))
                .hasMessageContaining("no http or https URI")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void the_value_of_a_file_loses_its_line_end(@TempDir Path folder) throws Exception {
        try (ReceivingServer server = ReceivingServer.answering(200)) {
            Path file = Files.writeString(folder.resolve("url"), server.uri("/hook") + "\n");
            receiver(Map.of("name", "c", "type", "webhook", "url-file", file.toString()), Map.of())
                    .deliver(Alerts.firing("a"), NOW);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void each_type_is_made() {
        assertThat(ReceiverSettings.Type.values()).allSatisfy(type -> assertThat(receiver(
                                type == ReceiverSettings.Type.PAGERDUTY
                                        ? Map.of("name", "r", "type", "pagerduty", "routing-key-env", "KEY")
                                        : Map.of(
                                                "name",
                                                "r",
                                                "type",
                                                type.name().toLowerCase(java.util.Locale.ROOT),
                                                "url",
                                                "http://localhost"),
                                Map.of("KEY", "k"))
                        .name())
                .isEqualTo("r"));
    }
}
