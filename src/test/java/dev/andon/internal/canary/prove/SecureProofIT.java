package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryConnection;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import dev.andon.canary.Fault;
import dev.andon.internal.canary.tls.ProofAuthority;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the service speaks TLS, so does the proof. */
class SecureProofIT {
    private static final List<Fault> CERTIFICATES =
            List.of(Fault.CERTIFICATE_EXPIRES, Fault.CERTIFICATE_HOST, Fault.CERTIFICATE_UNTRUSTED);

    private static HttpsServer server;
    private static HttpsServer newer;
    private static Map<String, String> trusted;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        ProofAuthority authority = ProofAuthority.create();
        trusted = Map.of(
                "andon.canary.ca-file",
                Files.writeString(folder.resolve("ca.pem"), authority.pem()).toString());
        server = open(authority, new String[0]);
        newer = open(authority, new String[] {"h2", "http/1.1"});
    }

    /** Opens a server that speaks TLS, and these protocols by its handshake. */
    private static HttpsServer open(ProofAuthority authority, String[] protocols) throws Exception {
        SSLContext context = authority.certify("localhost", Duration.ofDays(90)).server();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters own = context.getDefaultSSLParameters();
                own.setApplicationProtocols(protocols);
                parameters.setSSLParameters(own);
            }
        });
        server.createContext("/", exchange -> {
            boolean known = exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                    .anyMatch(cookie -> cookie.contains("session=7"));
            exchange.getResponseHeaders().add("Set-Cookie", "session=7; Secure; Path=/");
            LittleService.json(exchange, 200, "{\"sold\": \"tea\", \"known\": " + known + "}");
        });
        server.start();
        return server;
    }

    @AfterAll
    static void close() {
        server.stop(0);
        newer.stop(0);
    }

    private static CanaryProver prover(Class<?> canary) throws IOException {
        CanaryProver prover = new CanaryProver(
                ArtefactCode.of(canary),
                URI.create("https://localhost:" + server.getAddress().getPort()),
                trusted);
        ControlRuns control = prover.controlRuns();
        assertThat(control.result().reason()).isEmpty();
        return prover;
    }

    private static List<FaultVerdict> certificates(CanaryProver prover) throws IOException {
        List<FaultVerdict> verdicts = new ArrayList<>();
        for (Fault fault : CERTIFICATES) {
            FaultResult result = ProofVerdict.summary(fault, prover.inject(fault));
            verdicts.add(result.verdict());
        }
        return verdicts;
    }

    @Test
    void a_canary_that_looks_at_the_days_detects_each_wrong_certificate() throws IOException {
        CanaryProver prover = prover(CertificateCanary.class);

        assertThat(certificates(prover))
                .containsExactly(FaultVerdict.DETECTED, FaultVerdict.DETECTED, FaultVerdict.DETECTED);
        for (Fault fault : List.of(Fault.STATUS_500, Fault.RESET, Fault.REFUSED, Fault.TRUNCATED_BODY, Fault.SLOW)) {
            assertThat(ProofVerdict.summary(fault, prover.inject(fault)).verdict())
                    .as(fault.id())
                    .isEqualTo(FaultVerdict.DETECTED);
        }
        assertThat(prover.downgraded()).isEmpty();
    }

    @Test
    void a_check_of_the_days_that_never_fails_is_found() throws IOException {
        assertThat(certificates(prover(AnyDaysCanary.class)))
                .containsExactly(FaultVerdict.SURVIVED, FaultVerdict.DETECTED, FaultVerdict.DETECTED);
    }

    @Test
    void a_canary_that_only_sends_requests_or_measures_times_need_not_look_at_the_days() throws IOException {
        for (Class<?> canary : List.of(SecureCookieCanary.class, TimesCanary.class)) {
            assertThat(certificates(prover(canary)))
                    .containsExactly(FaultVerdict.NOT_APPLICABLE, FaultVerdict.DETECTED, FaultVerdict.DETECTED);
        }
    }

    @Test
    void a_canary_that_checks_the_certificate_and_nothing_else_is_proven_by_that() throws IOException {
        CanaryProver prover = prover(CertificateOnlyCanary.class);

        assertThat(prover.checksOnlyCertificate()).isTrue();
        assertThat(certificates(prover))
                .containsExactly(FaultVerdict.DETECTED, FaultVerdict.DETECTED, FaultVerdict.DETECTED);
        assertThat(ProofVerdict.summary(Fault.REFUSED, prover.inject(Fault.REFUSED))
                        .verdict())
                .isEqualTo(FaultVerdict.DETECTED);
        assertThat(ProofVerdict.summary(Fault.RESET, prover.inject(Fault.RESET)).verdict())
                .isEqualTo(FaultVerdict.NOT_APPLICABLE);
    }

    @Test
    void a_client_of_the_canary_that_does_not_know_the_proof_is_proven_without_tls() throws IOException {
        CanaryProver prover = prover(OwnClientCanary.class);

        assertThat(certificates(prover)).containsOnly(FaultVerdict.NOT_APPLICABLE);
        assertThat(ProofVerdict.summary(Fault.STATUS_500, prover.inject(Fault.STATUS_500))
                        .verdict())
                .isEqualTo(FaultVerdict.DETECTED);
        assertThat(prover.downgraded()).startsWith("without TLS");
    }

    private static String downgraded(HttpsServer service, String version) throws IOException {
        Map<String, String> parameters = new HashMap<>(trusted);
        parameters.put("andon.canary.http-version", version);
        CanaryProver prover = new CanaryProver(
                ArtefactCode.of(SecureCookieCanary.class),
                URI.create("https://localhost:" + service.getAddress().getPort()),
                parameters);
        assertThat(prover.controlRuns().result().reason()).isEmpty();
        return prover.downgraded();
    }

    @Test
    void a_proof_says_that_it_speaks_http_1_where_both_sides_would_speak_http_2() throws IOException {
        assertThat(downgraded(newer, "2")).isEqualTo("over HTTP/1.1 in place of HTTP/2");
        assertThat(downgraded(newer, "1.1")).isEmpty();
        assertThat(downgraded(server, "2")).isEmpty();
    }

    @Test
    void a_client_that_trusts_everybody_is_found() throws IOException {
        assertThat(certificates(prover(TrustingCanary.class)))
                .containsExactly(FaultVerdict.NOT_APPLICABLE, FaultVerdict.SURVIVED, FaultVerdict.SURVIVED);
    }

    @Test
    void without_tls_there_is_no_certificate_to_be_wrong() throws IOException {
        try (LittleService plain =
                new LittleService((exchange, body) -> LittleService.json(exchange, 200, "{\"sold\": \"tea\"}"))) {
            CanaryProver prover = new CanaryProver(ArtefactCode.of(CertificateCanary.class), plain.uri(), Map.of());
            assertThat(prover.controlRuns().result().reason()).isEmpty();
            assertThat(certificates(prover)).containsOnly(FaultVerdict.NOT_APPLICABLE);
        }
    }

    @Canary(operation = "buy tea", route = "GET /tea", timeout = "20s")
    static class CertificateCanary {
        @Test
        void test(CanaryClient client) {
            client.connect()
                    .daysUntilCertificateExpires()
                    .ifPresent(days -> assertTrue(days > 14, "expires in " + days + " days"));
            assertEquals("tea", client.get("/tea").expectStatus(200).json().text("/sold"));
        }
    }

    @Canary(operation = "buy tea", route = "GET /tea", timeout = "20s")
    static class AnyDaysCanary {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.connect().daysUntilCertificateExpires().orElse(0) >= 0);
            assertEquals("tea", client.get("/tea").expectStatus(200).json().text("/sold"));
        }
    }

    @Canary(operation = "buy tea", route = "GET /tea", timeout = "20s")
    static class TimesCanary {
        @Test
        void test(CanaryClient client) {
            CanaryConnection connection = client.connect();
            assertTrue(connection.tls().compareTo(Duration.ofSeconds(4)) < 0);
            assertEquals("tea", client.get("/tea").expectStatus(200).json().text("/sold"));
        }
    }

    @Canary(operation = "buy tea", route = "GET /tea", timeout = "20s")
    static class SecureCookieCanary {
        @Test
        void test(CanaryClient client) {
            client.get("/tea").expectStatus(200);
            assertEquals("true", client.get("/tea").expectStatus(200).json().text("/known"));
        }
    }

    @Canary(operation = "renew the certificate", timeout = "20s")
    static class CertificateOnlyCanary {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.connect().daysUntilCertificateExpires().orElseThrow() > 14);
        }
    }

    private static void buy(HttpClient http, CanaryTarget target, CanarySteps steps) throws Exception {
        steps.run("buy", () -> {
            HttpRequest request = HttpRequest.newBuilder(URI.create(target.uri() + "/tea"))
                    .header("User-Agent", steps.userAgent())
                    .header("traceparent", steps.traceparent())
                    .build();
            assertTrue(http.send(request, BodyHandlers.ofString()).body().startsWith("{\"sold\": \"tea\""));
        });
    }

    @Canary(operation = "buy tea", route = "GET /tea", timeout = "20s")
    static class OwnClientCanary {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            buy(HttpClient.newHttpClient(), target, steps);
        }
    }

    @Canary(operation = "buy tea", route = "GET /tea", timeout = "20s")
    static class TrustingCanary {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
            buy(HttpClient.newBuilder().sslContext(context).build(), target, steps);
        }
    }

    static final class Trusting extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
