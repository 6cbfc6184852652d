package dev.andon.internal.canary.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.tls.ProofAuthority;
import dev.andon.internal.canary.tls.TrustFiles;
import dev.andon.internal.canary.write.OrderCanaryTestCases.BrowseCanary;
import dev.andon.internal.formats.RunEnd;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a company's network asks of a client: a proxy, an authority of its own, a certificate of the client. */
class ConnectionSettingsTest {
    private static final String ITEMS = "{\"items\": [1, 2]}";

    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    Path folder;

    static final class NetworkTestCases {
        private NetworkTestCases() {}

        @Canary(operation = "connect", timeout = "30s")
        static class ConnectingCanary {
            @Test
            void test(CanaryClient client) {
                client.connect();
            }
        }

        @Canary(operation = "read a long list", timeout = "30s")
        static class LongListCanary {
            @Test
            void test(CanaryClient client) {
                client.withBodiesUpTo(3).get("/products").expectStatus(200);
            }
        }
    }

    private static CanarySettings settings(Map<String, String> values) {
        return new CanarySettings(key -> Optional.ofNullable(values.get(key)), name -> Optional.empty());
    }

    private static RunEnd run(Class<?> canary, String target, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("andon.canary.target", target);
        all.put("andon.canary.environment", "test");
        return CanaryRuns.of(canary, all).only();
    }

    @Test
    void requests_go_through_the_proxy_with_its_password_which_no_log_shows() throws IOException {
        String password = "p4ssw0rd-of-the-proxy";
        try (LittleService proxy = new LittleService((exchange, body) -> LittleService.json(exchange, 200, ITEMS))) {
            RunEnd run = run(
                    BrowseCanary.class,
                    "http://shop.invalid",
                    Map.of(
                            "andon.canary.proxy",
                            proxy.uri().toString(),
                            "andon.canary.credential.proxy.file",
                            Files.writeString(folder.resolve("proxy"), "andon:" + password + "\n")
                                    .toString()));

            assertThat(run.reason()).isEmpty();
            assertThat(proxy.asked())
                    .extracting(LittleService.Asked::uri)
                    .containsExactly("http://shop.invalid/products");
            Headers headers = proxy.asked().get(0).headers();
            assertThat(headers.getFirst("Host")).isEqualTo("shop.invalid");
            assertThat(headers.getFirst("Proxy-Authorization"))
                    .isEqualTo("Basic " + Base64.getEncoder().encodeToString(("andon:" + password).getBytes()));
        }
    }

    @Test
    void the_password_of_the_proxy_reaches_no_other_server() throws IOException {
        try (LittleService service = new LittleService((exchange, body) -> LittleService.json(exchange, 200, ITEMS))) {
            RunEnd run = run(
                    BrowseCanary.class,
                    service.uri().toString(),
                    Map.of(
                            "andon.canary.proxy",
                            "http://proxy.invalid:3128",
                            "andon.canary.credential.proxy",
                            "andon:secret"));

            assertThat(run.reason()).as("this machine is contacted directly").isEmpty();
            assertThat(service.asked().get(0).headers()).doesNotContainKey("Proxy-authorization");
        }
    }

    /** Answers a request for a connection with a status, and passes on what follows to a port of this machine. */
    private static ServerSocket proxy(int status, int port) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(
                () -> {
                    while (!server.isClosed()) {
                        try (Socket client = server.accept();
                                Socket service = new Socket(InetAddress.getLoopbackAddress(), port)) {
                            InputStream in = client.getInputStream();
                            StringBuilder head = new StringBuilder();
                            while (head.indexOf("\r\n\r\n") < 0) {
                                head.append((char) in.read());
                            }
                            assertThat(head.toString()).startsWith("CONNECT shop.invalid:443 HTTP/1.1\r\n");
                            client.getOutputStream()
                                    .write(("HTTP/1.1 " + status + " Said\r\nContent-Length: 0\r\n\r\n").getBytes());
                            Thread back = new Thread(() -> copy(service, client));
                            back.start();
                            copy(client, service);
                            back.join();
                        } catch (IOException | InterruptedException closed) {
                            continue;
                        }
                    }
                },
                "tunnelling-proxy");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException closed) {
            return;
        }
    }

    @Test
    void tls_is_spoken_through_the_proxy_to_the_service_itself() throws Exception {
        ProofAuthority authority = ProofAuthority.create();
        String ca = Files.writeString(folder.resolve("ca.pem"), authority.pem()).toString();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(authority.certify("shop.invalid", WEEK).server()));
        server.createContext("/products", exchange -> LittleService.json(exchange, 200, ITEMS));
        server.start();
        try (ServerSocket proxy = proxy(200, server.getAddress().getPort())) {
            Map<String, String> network = Map.of(
                    "andon.canary.proxy", "http://localhost:" + proxy.getLocalPort(), "andon.canary.ca-file", ca);

            for (Class<?> canary : List.of(NetworkTestCases.ConnectingCanary.class, BrowseCanary.class)) {
                assertThat(run(canary, "https://shop.invalid", network).reason())
                        .isEmpty();
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_proxy_that_refuses_the_connection_is_named() throws IOException {
        try (LittleService any = new LittleService((exchange, body) -> LittleService.json(exchange, 200, ITEMS));
                ServerSocket proxy = proxy(407, any.uri().getPort())) {
            RunEnd run = run(
                    NetworkTestCases.ConnectingCanary.class,
                    "https://shop.invalid",
                    Map.of("andon.canary.proxy", "http://localhost:" + proxy.getLocalPort()));

            assertThat(run.outcome()).isEqualTo(CanaryOutcome.FAILURE);
            assertThat(run.reason())
                    .startsWith("connect to shop.invalid:443 ")
                    .endsWith("the proxy localhost:" + proxy.getLocalPort() + " answered 407 in place of 200");
        }
    }

    private static String pem(ProofAuthority.Certified certified) throws Exception {
        Base64.Encoder encoder = Base64.getMimeEncoder();
        return "-----BEGIN PRIVATE KEY-----\n"
                + encoder.encodeToString(certified.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\n"
                + encoder.encodeToString(certified.chain().get(0).getEncoded()) + "\n-----END CERTIFICATE-----\n";
    }

    private String archive(ProofAuthority.Certified certified, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "canary",
                certified.key(),
                password.toCharArray(),
                certified.chain().toArray(new Certificate[0]));
        Path file = folder.resolve("client.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file.toString();
    }

    @Test
    void a_certificate_of_the_client_is_shown_to_the_service() throws Exception {
        ProofAuthority authority = ProofAuthority.create();
        String ca = Files.writeString(folder.resolve("ca.pem"), authority.pem()).toString();
        String servers = Files.writeString(folder.resolve("server.pem"), pem(authority.certify("localhost", WEEK)))
                .toString();
        String own = Files.writeString(folder.resolve("client.pem"), pem(authority.certify("canary", WEEK)))
                .toString();
        SSLContext context = TrustFiles.context(key ->
                        Optional.ofNullable(Map.of(TrustFiles.CA_FILE, ca, TrustFiles.CLIENT_CERTIFICATE, servers)
                                .get(key)))
                .orElseThrow();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters own = context.getDefaultSSLParameters();
                own.setNeedClientAuth(true);
                parameters.setSSLParameters(own);
            }
        });
        server.createContext("/products", exchange -> LittleService.json(exchange, 200, ITEMS));
        server.start();
        try {
            String target = "https://localhost:" + server.getAddress().getPort();

            RunEnd anonymous = run(BrowseCanary.class, target, Map.of("andon.canary.ca-file", ca));
            assertThat(anonymous.outcome()).isEqualTo(CanaryOutcome.FAILURE);
            RunEnd named = run(
                    BrowseCanary.class,
                    target,
                    Map.of("andon.canary.ca-file", ca, "andon.canary.client-certificate", own));
            assertThat(named.reason()).isEmpty();

            String archive = archive(authority.certify("canary", WEEK), "s3cret-of-keys");
            Map<String, String> settings = Map.of(
                    "andon.canary.ca-file",
                    ca,
                    "andon.canary.client-certificate",
                    archive,
                    "andon.canary.credential.client-certificate",
                    "s3cret-of-keys");
            assertThat(run(BrowseCanary.class, target, settings).reason()).isEmpty();
            assertThatThrownBy(() -> ConnectionSettings.of(settings(Map.of(
                            "andon.canary.client-certificate",
                            archive,
                            "andon.canary.credential.client-certificate",
                            "another"))))
                    .isInstanceOf(CanaryConfigurationException.class)
                    .hasMessageContaining("is not its password")
                    .hasMessageNotContaining("another");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_larger_body_is_read_by_choice_only() throws IOException {
        String long2 = "{\"items\": [1, 2], \"text\": \"" + "x".repeat(2 << 20) + "\"}";
        try (LittleService service = new LittleService((exchange, body) -> LittleService.json(exchange, 200, long2))) {
            assertThat(run(BrowseCanary.class, service.uri().toString(), Map.of())
                            .reason())
                    .contains("longer than 1 MB");
            assertThat(run(NetworkTestCases.LongListCanary.class, service.uri().toString(), Map.of())
                            .reason())
                    .isEmpty();
        }
        String long4 = "x".repeat(4 << 20);
        try (LittleService service = new LittleService((exchange, body) -> LittleService.json(exchange, 200, long4))) {
            assertThat(run(NetworkTestCases.LongListCanary.class, service.uri().toString(), Map.of())
                            .reason())
                    .contains("longer than 3 MB");
        }
    }

    @Test
    void http_2_is_asked_for_without_tls_only_where_it_is_configured() throws IOException {
        for (String version : List.of("", "1.1", "2")) {
            try (LittleService service =
                    new LittleService((exchange, body) -> LittleService.json(exchange, 200, ITEMS))) {
                RunEnd run =
                        run(BrowseCanary.class, service.uri().toString(), Map.of("andon.canary.http-version", version));

                assertThat(run.reason()).isEmpty();
                assertThat(service.asked().get(0).headers().containsKey("Http2-settings"))
                        .as(version)
                        .isEqualTo(version.equals("2"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "andon.canary.proxy, proxy.acme.com:3128",
        "andon.canary.proxy, http://andon:secret@proxy.acme.com:3128",
        "andon.canary.proxy, https://proxy.acme.com:3128",
        "andon.canary.proxy, http://proxy.acme.com",
        "andon.canary.proxy, http://proxy.acme.com:3128/path",
        "andon.canary.ca-file, no-such-file.pem",
        "andon.canary.client-certificate, no-such-file.p12",
        "andon.canary.http-version, 3",
    })
    void a_value_that_cannot_be_used_is_one_clear_error(String key, String value) {
        assertThatThrownBy(() -> ConnectionSettings.of(settings(Map.of(key, value))))
                .isInstanceOf(CanaryConfigurationException.class)
                .hasMessageStartingWith(key)
                .hasMessageNotContaining("secret");
        CanaryRuns runs = CanaryRuns.of(BrowseCanary.class, URI.create("http://localhost:1"), key, value);
        assertThat(runs.runs()).isEmpty();
        assertThat(runs.thrown()).hasMessageStartingWith(key);
    }

    @Test
    void a_file_without_what_it_should_hold_is_named() throws Exception {
        ProofAuthority authority = ProofAuthority.create();
        String nothing =
                Files.writeString(folder.resolve("empty.pem"), "nothing").toString();
        String broken = Files.writeString(
                        folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n")
                .toString();
        String cut = Files.writeString(
                        folder.resolve("cut.pem"), "-----BEGIN CERTIFICATE-----\nMIIBA\n-----END CERTIFICATE-----\n")
                .toString();
        String old = Files.writeString(
                        folder.resolve("old.pem"),
                        authority.pem() + "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\n")
                .toString();
        String half =
                Files.writeString(folder.resolve("half.pem"), authority.pem()).toString();
        String archive =
                Files.writeString(folder.resolve("keys.p12"), "nothing").toString();
        for (String file : List.of(nothing, broken, cut)) {
            assertThatThrownBy(() -> ConnectionSettings.of(settings(Map.of("andon.canary.ca-file", file))))
                    .isInstanceOf(CanaryConfigurationException.class)
                    .hasMessageContaining(file)
                    .hasMessageContaining("certificate");
        }
        for (String file : List.of(nothing, broken, cut, old, half, archive)) {
            assertThatThrownBy(() -> ConnectionSettings.of(settings(Map.of("andon.canary.client-certificate", file))))
                    .isInstanceOf(CanaryConfigurationException.class)
                    .hasMessageContaining(file);
        }
        assertThatThrownBy(() -> ConnectionSettings.of(settings(Map.of("andon.canary.client-certificate", old))))
                .hasMessageContaining("openssl pkcs8");
    }

    @Test
    void a_password_that_the_jdk_would_not_send_is_an_error() {
        assertThatThrownBy(() -> ConnectionSettings.of(settings(Map.of(
                        "andon.canary.target",
                        "https://shop.invalid",
                        "andon.canary.proxy",
                        "http://proxy.invalid:3128",
                        "andon.canary.credential.proxy",
                        "andon:secret"))))
                .isInstanceOf(CanaryConfigurationException.class)
                .hasMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes=")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_file_of_a_credential_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> settings(Map.of("andon.canary.credential.api-key.file", "no-such-file"))
                        .credential("api-key"))
                .isInstanceOf(CanaryConfigurationException.class)
                .hasMessageStartingWith("andon.canary.credential.api-key.file = no-such-file");
    }
}
