package dev.andon.internal.canary.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.canary.write.OrderCanaryTestCases.BrowseCanary;
import dev.andon.internal.formats.RunEnd;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureTransportIT {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private static KeyStore keys;

    /** Creates a certificate for another name than localhost. */
    @BeforeAll
    static void createKeys(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "shop",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=shop.acme.com",
                        "-ext",
                        "san=dns:shop.acme.com",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
    }

    private static HttpsServer server() throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.start();
        return server;
    }

    @Test
    void a_certificate_that_nobody_trusts_is_a_failure() throws Exception {
        HttpsServer server = server();
        try {
            RunEnd run = CanaryRuns.of(
                            BrowseCanary.class,
                            URI.create(
                                    "https://localhost:" + server.getAddress().getPort()))
                    .only();

            assertThat(run.outcome()).isEqualTo(CanaryOutcome.FAILURE);
            assertThat(run.reason()).startsWith("GET /products cannot connect securely to https://localhost:");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_certificate_of_another_name_is_a_failure() throws Exception {
        HttpsServer server = server();
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(keys);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            HttpClient http = HttpClient.newBuilder().sslContext(context).build();
            Transport transport =
                    new Transport(new Clients(() -> http), () -> Deadline.in(Duration.ofSeconds(5)), new Secrets());
            URI uri = URI.create("https://localhost:" + server.getAddress().getPort() + "/");

            assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                            transport.send("GET /", HttpRequest.newBuilder(uri).build())))
                    .hasMessageStartingWith("GET / cannot connect securely to https://")
                    .hasMessageContaining("localhost");
        } finally {
            server.stop(0);
        }
    }
}
