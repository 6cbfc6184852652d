package dev.andon.internal.canary.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryConnection;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryStep;
import dev.andon.internal.canary.tls.ProofAuthority;
import dev.andon.internal.canary.write.OrderCanaryTestCases.BrowseCanary;
import dev.andon.internal.formats.RunEnd;
import dev.andon.testing.FreePorts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureTransportTest {
    private static ProofAuthority authority;

    @TempDir
    Path folder;

    private static final AtomicReference<CanaryConnection> CONNECTION = new AtomicReference<>();

    @BeforeAll
    static void create() throws Exception {
        authority = ProofAuthority.create();
    }

    static final class ConnectingTestCases {
        private ConnectingTestCases() {}

        @Canary(operation = "connect", timeout = "30s")
        static class ConnectingCanary {
            @Test
            void test(CanaryClient client) {
                CONNECTION.set(client.connect());
            }
        }
    }

    private interface Use {
        void of(URI uri) throws Exception;
    }

    private static void with(SSLContext context, Use use) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/products", exchange -> {
            byte[] body = "{\"items\": [1, 2]}".getBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            use.of(URI.create("https://localhost:" + server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
    }

    private Path written(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void a_certificate_that_nobody_trusts_is_a_failure() throws Exception {
        with(authority.certify("localhost", Duration.ofDays(90)).server(), uri -> {
            RunEnd run = CanaryRuns.of(BrowseCanary.class, uri).only();

            assertThat(run.outcome()).isEqualTo(CanaryOutcome.FAILURE);
            assertThat(run.reason()).startsWith("GET /products cannot connect securely to https://localhost:");
        });
    }

    @Test
    void a_certificate_of_a_configured_authority_is_trusted() throws Exception {
        Path file = written("ca.pem", "our own authority\n" + authority.pem());
        with(authority.certify("localhost", Duration.ofDays(90)).server(), uri -> assertThat(
                        CanaryRuns.of(BrowseCanary.class, uri, "andon.canary.ca-file", file.toString())
                                .only()
                                .reason())
                .isEmpty());
    }

    @Test
    void a_certificate_of_another_name_is_a_failure() throws Exception {
        Path file = written("ca.pem", authority.pem());
        with(authority.certify("shop.acme.com", Duration.ofDays(90)).server(), uri -> {
            for (Class<?> canary : new Class<?>[] {BrowseCanary.class, ConnectingTestCases.ConnectingCanary.class}) {
                RunEnd run = CanaryRuns.of(canary, uri, "andon.canary.ca-file", file.toString())
                        .only();

                assertThat(run.outcome()).isEqualTo(CanaryOutcome.FAILURE);
                assertThat(run.reason()).contains(" cannot connect securely to https://localhost:");
            }
        });
    }

    @Test
    void a_connection_tells_its_times_and_when_the_certificate_expires() throws Exception {
        Path file = written("ca.pem", authority.pem());
        with(authority.certify("localhost", Duration.ofDays(90).plusHours(1)).server(), uri -> {
            RunEnd run = CanaryRuns.of(
                            ConnectingTestCases.ConnectingCanary.class, uri, "andon.canary.ca-file", file.toString())
                    .only();

            assertThat(run.reason()).isEmpty();
            CanaryConnection connection = CONNECTION.get();
            assertThat(connection.daysUntilCertificateExpires()).hasValue(90);
            assertThat(connection.protocol()).startsWith("TLSv1.");
            assertThat(connection.connect()).isPositive();
            assertThat(connection.tls()).isPositive();
            assertThat(run.steps()).extracting(CanaryStep::name).containsExactly("connect to " + uri.getAuthority());
            assertThat(run.steps()).extracting(CanaryStep::status).containsExactly("ok");
        });
    }

    @Test
    void a_connection_without_tls_has_no_certificate() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            RunEnd run = CanaryRuns.of(
                            ConnectingTestCases.ConnectingCanary.class,
                            URI.create("http://localhost:" + server.getLocalPort()))
                    .only();

            assertThat(run.reason()).isEmpty();
            assertThat(CONNECTION.get().daysUntilCertificateExpires()).isEmpty();
            assertThat(CONNECTION.get().protocol()).isEqualTo("TCP");
        }
    }

    @Test
    void a_connection_that_is_refused_or_never_shakes_hands_is_a_failure() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            int port = silent.getLocalPort();
            RunEnd late = CanaryRuns.of(
                            ConnectingTestCases.ConnectingCanary.class,
                            URI.create("https://localhost:" + port),
                            "andon.canary.timeout",
                            "300ms")
                    .only();
            assertThat(late.outcome()).isEqualTo(CanaryOutcome.FAILURE);
            assertThat(late.reason()).contains("connect to localhost:" + port, "300ms");
        }
        int closed = FreePorts.next();
        RunEnd refused = CanaryRuns.of(
                        ConnectingTestCases.ConnectingCanary.class, URI.create("https://localhost:" + closed))
                .only();
        assertThat(refused.outcome()).isEqualTo(CanaryOutcome.FAILURE);
        assertThat(refused.reason()).contains("cannot connect to https://localhost:" + closed);
    }
}
