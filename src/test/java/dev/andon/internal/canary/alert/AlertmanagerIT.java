package dev.andon.internal.canary.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.andon.internal.formats.AlertNotice;
import dev.andon.internal.formats.ReceiversCodec;
import dev.andon.testing.Alertmanager;
import dev.andon.testing.FreePorts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state as Debian's Alertmanager understands it. */
class AlertmanagerIT {
    private static final Duration RESEND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final List<AlertNotice> log = new CopyOnWriteArrayList<>();
    private final Instant begin = Instant.now().minusSeconds(300).truncatedTo(ChronoUnit.MILLIS);
    private int port;

    @BeforeEach
    void choosePort() {
        port = FreePorts.next();
    }

    private AlertDispatch dispatch() {
        List<AlertReceiver> receivers = AlertReceivers.from(Map.of(), Duration.ofSeconds(2), RESEND)
                .of(ReceiversCodec.receivers(
                        List.of(Map.of("name", "am", "type", "alertmanager", "url", "http://127.0.0.1:" + port)),
                        "andon.yaml"));
        return new AlertDispatch(receivers, List.copyOf(log), RESEND, Clock.systemUTC(), log::add);
    }

    private List<Alert> firing() {
        return List.of(Alerts.of("place-an-order", Optional.empty(), begin));
    }

    @Test
    void what_was_down_gets_the_state_when_it_is_back_and_what_ends_resolves() throws Exception {
        try (AlertDispatch dispatch = dispatch()) {
            dispatch.state(firing());
            try (Alertmanager alertmanager = Alertmanager.start(folder, port)) {
                JsonObject alert = alertmanager
                        .await("the alert fires", alerts -> alerts.size() == 1)
                        .get(0);
                assertThat(alert.getObject("labels"))
                        .containsEntry("alertname", "CanaryFailing")
                        .containsEntry("canary", "place-an-order")
                        .containsEntry("environment", "production");
                assertThat(Instant.parse(alert.getString("startsAt"))).isEqualTo(begin);
                assertThat(alert.getObject("annotations").getString("description"))
                        .contains("failed in all 3 probes");

                dispatch.state(List.of(Alerts.of("place-an-order", Optional.of(Instant.now()), begin)));
                alertmanager.await("the alert is resolved", List::isEmpty);
            }
        }
        assertThat(log).extracting(AlertNotice::problem).contains("");
        assertThat(log).last().satisfies(notice -> assertThat(notice.firing()).isFalse());
    }

    @Test
    void a_restart_in_the_middle_is_the_same_alert_and_a_runner_that_is_gone_is_no_outage_for_ever() throws Exception {
        try (Alertmanager alertmanager = Alertmanager.start(folder, port)) {
            String first;
            try (AlertDispatch dispatch = dispatch()) {
                dispatch.state(firing());
                first = alertmanager
                        .await("the alert fires", alerts -> alerts.size() == 1)
                        .get(0)
                        .getString("fingerprint");
            }
            try (AlertDispatch dispatch = dispatch()) {
                dispatch.state(firing());
                JsonObject same = alertmanager
                        .await("it goes on", alerts -> alerts.size() == 1)
                        .get(0);
                assertThat(same.getString("fingerprint")).isEqualTo(first);
                assertThat(Instant.parse(same.getString("startsAt"))).isEqualTo(begin);
            }
            assertThat(log).as("the restart records nothing anew").hasSize(1);
            alertmanager.await("what is not sent again ends", List::isEmpty);
        }
    }

    /** A silence, a route or a group of Alertmanager goes by labels, and another text is no other alert. */
    @Test
    void another_sentence_is_the_same_alert() throws Exception {
        try (Alertmanager alertmanager = Alertmanager.start(folder, port);
                AlertDispatch dispatch = dispatch()) {
            dispatch.state(firing());
            alertmanager.await("the alert fires", alerts -> alerts.size() == 1);
            Alert alert = firing().get(0);
            dispatch.state(List.of(new Alert(
                    alert.incident(),
                    alert.canary(),
                    alert.operation(),
                    alert.owner(),
                    alert.severity(),
                    alert.runbook(),
                    "GET /orders",
                    alert.traceId(),
                    begin,
                    Optional.empty(),
                    "POST /orders failed in all 4 probes.",
                    alert.environment(),
                    alert.location())));
            List<JsonObject> alerts = alertmanager.await(
                    "the sentence changes", active -> active.stream().anyMatch(one -> one.getObject("annotations")
                            .getString("description")
                            .contains("4 probes")));
            assertThat(alerts).hasSize(1);
        }
    }
}
