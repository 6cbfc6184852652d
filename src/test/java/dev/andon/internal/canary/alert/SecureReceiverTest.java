package dev.andon.internal.canary.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.tls.ProofAuthority;
import dev.andon.internal.formats.ReceiversCodec;
import dev.andon.internal.formats.SecretSource;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers whose certificate is the company's own. */
class SecureReceiverTest {
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2027-01-31T11:50:00Z");

    @TempDir
    static Path folder;

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static HttpsServer server;

    /** Its certificate is of another host. */
    private static HttpsServer renamed;

    private static Optional<String> authorities;

    @BeforeAll
    static void start() throws Exception {
        ProofAuthority company = ProofAuthority.create();
        authorities = Optional.of(
                Files.writeString(folder.resolve("ca.pem"), company.pem()).toString());
        server = started(company, "localhost");
        renamed = started(company, "alerts.example");
    }

    private static HttpsServer started(ProofAuthority company, String name) throws Exception {
        HttpsServer started = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.setHttpsConfigurator(
                new HttpsConfigurator(company.certify(name, Duration.ofDays(90)).server()));
        started.createContext("/", request -> {
            try (request) {
                ASKED.add(request.getRequestURI().getPath());
                request.sendResponseHeaders(200, -1);
            }
        });
        started.start();
        return started;
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        renamed.stop(0);
    }

    private static String url(HttpsServer at) {
        return "https://localhost:" + at.getAddress().getPort();
    }

    private static AlertReceivers trusting(Optional<String> file) {
        return AlertReceivers.from(Map.of("KEY", "k"), ANSWER, Duration.ofMinutes(1), file);
    }

    private static List<AlertDelivery> delivered(Optional<String> file, HttpsServer at) {
        return trusting(file)
                .of(ReceiversCodec.receivers(
                        List.of(
                                Map.of("name", "a", "type", "alertmanager", "url", url(at) + "/am"),
                                Map.of("name", "w", "type", "webhook", "url", url(at) + "/hook"),
                                Map.of(
                                        "name",
                                        "p",
                                        "type",
                                        "pagerduty",
                                        "url",
                                        url(at) + "/pd",
                                        "routing-key-env",
                                        "KEY")),
                        "andon.yaml"))
                .stream()
                .map(receiver -> receiver.deliver(Alerts.firing("browse"), NOW))
                .toList();
    }

    @Test
    void with_the_companys_authority_each_kind_of_receiver_takes_it() {
        ASKED.clear();

        assertThat(delivered(authorities, server)).containsOnly(AlertDelivery.delivered());
        assertThat(ASKED).hasSize(3);
        List<String> problems = new ArrayList<>();
        trusting(authorities)
                .deadMan(new SecretSource(SecretSource.Kind.WRITTEN, url(server) + "/ping"), problems::add)
                .send();
        assertThat(problems).isEmpty();
    }

    @Test
    void without_it_or_under_another_name_nobody_is_told() {
        ASKED.clear();

        assertThat(delivered(Optional.empty(), server))
                .allMatch(delivery -> delivery.problem().contains("is not trusted"));
        assertThat(delivered(authorities, renamed))
                .allMatch(delivery -> delivery.problem().contains("is not trusted"));
        assertThat(ASKED).isEmpty();
    }

    @Test
    void a_file_that_is_no_authority_is_named_with_its_key() throws Exception {
        String text = Files.writeString(folder.resolve("notes.txt"), "none").toString();

        assertThatThrownBy(() -> trusting(Optional.of(text)))
                .isInstanceOf(CanaryConfigurationException.class)
                .hasMessageContaining("receivers-ca-file = " + text + ": it holds no certificate");
        assertThatThrownBy(
                        () -> trusting(Optional.of(folder.resolve("absent.pem").toString())))
                .hasMessageContaining("receivers-ca-file")
                .hasMessageContaining("cannot be read");
    }
}
