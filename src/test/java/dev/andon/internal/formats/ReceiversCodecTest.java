package dev.andon.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceiversCodecTest {

    @Test
    void receivers_are_read_with_the_places_of_their_secrets() {
        assertThat(ReceiversCodec.receivers(
                        List.of(
                                Map.of("name", "am", "type", "alertmanager", "url", "http://am:9093"),
                                Map.of("name", "pd", "type", "pagerduty", "routing-key-file", "/run/secrets/pd")),
                        "andon.yaml"))
                .containsExactly(
                        new ReceiverSettings(
                                "am",
                                ReceiverSettings.Type.ALERTMANAGER,
                                Optional.of(new SecretSource(SecretSource.Kind.WRITTEN, "http://am:9093")),
                                Optional.empty(),
                                Optional.empty()),
                        new ReceiverSettings(
                                "pd",
                                ReceiverSettings.Type.PAGERDUTY,
                                Optional.empty(),
                                Optional.of(new SecretSource(SecretSource.Kind.FILE, "/run/secrets/pd")),
                                Optional.empty()));
        assertThat(ReceiversCodec.deadMan(Map.of("url-env", "PING"), "andon.yaml"))
                .isEqualTo(new SecretSource(SecretSource.Kind.VARIABLE, "PING"));
    }

    static List<Object> misuse() {
        Map<String, String> webhook = Map.of("name", "a", "type", "webhook", "url", "http://a");
        return List.of(
                "text",
                List.of("text"),
                List.of(Map.of("name", "a", "type", "mail", "url", "http://s3cret")),
                List.of(Map.of("name", "a", "type", "webhook")),
                List.of(Map.of("name", "a", "type", "pagerduty")),
                List.of(Map.of("name", "a", "type", "pagerduty", "routing-key", "s3cret")),
                List.of(Map.of("name", "a", "type", "webhook", "url", "http://me:s3cret@a")),
                List.of(Map.of("name", "a", "type", "webhook", "url", "http://a", "authorization", "s3cret")),
                List.of(Map.of("name", "a", "type", "webhook", "url", "http://s3cret", "url-env", "A")),
                List.of(Map.of("name", "a", "type", "webhook", "url", List.of("s3cret"))),
                List.of(webhook, webhook));
    }

    @ParameterizedTest
    @MethodSource("misuse")
    void what_is_no_receiver_is_refused_without_showing_a_value(Object settings) {
        assertThatThrownBy(() -> ReceiversCodec.receivers(settings, "andon.yaml"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("andon.yaml")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void a_dead_man_without_an_address_is_refused() {
        assertThatThrownBy(() -> ReceiversCodec.deadMan(Map.of("uri", "http://a"), "andon.yaml"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("unknown key `uri`");
        assertThatThrownBy(() -> ReceiversCodec.deadMan(Map.of(), "andon.yaml"))
                .isInstanceOf(MalformedFileException.class);
    }
}
