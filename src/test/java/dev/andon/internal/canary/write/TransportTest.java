package dev.andon.internal.canary.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryStep;
import dev.andon.internal.canary.write.OrderCanaryTestCases.BrowseCanary;
import dev.andon.internal.formats.RunEnd;
import dev.andon.testing.FreePorts;
import dev.andon.testing.LittleService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What services do to clients: each has a clear outcome within the timeout. */
class TransportTest {

    private static RunEnd browse(URI target) {
        return browse(target, "2s");
    }

    private static RunEnd browse(URI target, String timeout) {
        RunEnd run = CanaryRuns.of(
                        BrowseCanary.class,
                        Map.of(
                                "andon.canary.target",
                                target.toString(),
                                "andon.canary.environment",
                                "test",
                                "andon.canary.timeout",
                                timeout))
                .only();
        assertThat(run.outcome()).isEqualTo(CanaryOutcome.FAILURE);
        assertThat(run.duration()).isLessThan(Duration.ofSeconds(30));
        return run;
    }

    /** Answers each connection with these bytes, and closes it. */
    private static ServerSocket raw(RawAnswer answer) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read(new byte[8192]);
                    answer.write(socket.getOutputStream());
                } catch (IOException closed) {
                    // The client gave up, which is what is tested.
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private interface RawAnswer {
        void write(OutputStream out) throws IOException;
    }

    private static URI uri(ServerSocket server) {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    @Test
    void unknown_host() {
        assertThat(browse(URI.create("http://no-such-host.invalid")).reason())
                .isEqualTo("GET /products cannot connect to http://no-such-host.invalid:80: no such host");
    }

    @Test
    void nobody_listens() {
        URI uri = URI.create("http://localhost:" + FreePorts.next());

        assertThat(browse(uri).reason()).startsWith("GET /products cannot connect to " + uri + ": ");
    }

    @Test
    void redirect_loop() throws IOException {
        try (LittleService service = new LittleService((exchange, body) -> {
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().getPath().equals("/a") ? "/b" : "/a");
            LittleService.answer(exchange, 302, "", "");
        })) {
            assertThat(browse(service.uri()).reason())
                    .isEqualTo(
                            "GET /products is redirected more than 5 times: /products → /a → /b → /a → /b → /a → /b");
        }
    }

    @Test
    void a_redirect_is_followed_and_carries_no_secret_to_another_origin() throws IOException {
        try (LittleService other = new LittleService(
                        (exchange, body) -> LittleService.json(exchange, 200, "{\"items\": [1, 2]}"));
                LittleService service = new LittleService((exchange, body) -> {
                    exchange.getResponseHeaders().set("Location", other.uri() + "/elsewhere");
                    LittleService.answer(exchange, 307, "", "");
                })) {
            RunEnd run = CanaryRuns.of(
                            OrderCanaryTestCases.CredentialCanary.class,
                            Map.of(
                                    "andon.canary.target",
                                    service.uri().toString(),
                                    "andon.canary.credential.api-key",
                                    "p1anted-cr3dential"))
                    .only();

            assertThat(run.steps())
                    .extracting(CanaryStep::name)
                    .containsExactlyInAnyOrder("PATCH /products?access_token=***", "redirect to PATCH /elsewhere");
            assertThat(service.asked().get(0).headers()).containsKeys("Authorization", "Cookie");
            assertThat(other.asked()).hasSize(1);
            assertThat(other.asked().get(0).headers()).doesNotContainKeys("Authorization", "Cookie");
            assertThat(other.asked().get(0).method()).isEqualTo("PATCH");
        }
    }

    @Test
    void endless_body() throws IOException {
        byte[] much = new byte[1 << 16];
        try (ServerSocket server = raw(out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(much);
            }
        })) {
            assertThat(browse(uri(server)).reason())
                    .isEqualTo("GET /products is answered without end: the answer is longer than 1 MB");
        }
    }

    @Test
    void a_body_that_trickles() throws IOException {
        try (ServerSocket server = raw(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 6_000; i++) {
                out.write('x');
                out.flush();
                pause();
            }
        })) {
            assertThat(browse(uri(server), "1s").reason())
                    .isEqualTo("GET /products has no complete answer within the run's timeout of 1s");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void gzip_bomb() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bomb.size()).isLessThan(1 << 17);
        try (LittleService service = new LittleService((exchange, body) -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.size());
            exchange.getResponseBody().write(bomb.toByteArray());
        })) {
            assertThat(browse(service.uri()).reason())
                    .isEqualTo("GET /products is answered without end: the answer is longer than 1 MB");
        }
    }

    @Test
    void a_compressed_answer_is_read() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write("{\"items\": [1, 2]}".getBytes(StandardCharsets.UTF_8));
        }
        try (LittleService service = new LittleService((exchange, body) -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, zipped.size());
            exchange.getResponseBody().write(zipped.toByteArray());
        })) {
            assertThat(CanaryRuns.of(BrowseCanary.class, service.uri()).only().outcome())
                    .isEqualTo(CanaryOutcome.SUCCESS);
        }
    }

    @Test
    void an_answer_that_is_cut_off() throws IOException {
        try (ServerSocket server = raw(out -> out.write(
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"items\":".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(browse(uri(server)).reason())
                    .startsWith("GET /products is not answered by " + uri(server) + ": ");
        }
    }

    @Test
    void no_http_at_all() throws IOException {
        try (ServerSocket server =
                raw(out -> out.write("220 mail.acme.com ESMTP\r\n".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(browse(uri(server)).reason())
                    .startsWith("GET /products is not answered by " + uri(server) + ": ");
        }
    }

    @Test
    void silence() throws IOException {
        try (ServerSocket server = raw(out -> {
            for (int i = 0; i < 6_000; i++) {
                pause();
            }
        })) {
            assertThat(browse(uri(server), "1s").reason())
                    .isEqualTo("GET /products has no complete answer within the run's timeout of 1s");
        }
    }
}
