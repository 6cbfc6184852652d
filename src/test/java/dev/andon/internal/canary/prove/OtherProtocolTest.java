package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Canaries that do not speak HTTP/1.1. */
class OtherProtocolTest {

    private static CanaryProver prover(Class<?> canary, ServerSocket server) {
        return Proofs.of(canary, URI.create("http://localhost:" + server.getLocalPort()));
    }

    @Test
    void another_protocol_passes_through_and_only_its_connection_can_be_faulted() throws Exception {
        try (ServerSocket server = talking("you asked: ", true)) {
            CanaryProver prover = prover(SocketCanary.class, server);
            ControlRuns control = prover.controlRuns();
            assertThat(control.result().healthy()).as(control.result().reason()).isTrue();
            assertThat(control.requests()).extracting(RecordedRequest::isHttp).containsExactly(false);
            assertThat(control.anonymous()).isEmpty();

            for (Fault fault : Fault.values()) {
                assertThat(ProofVerdict.summary(fault, prover.inject(fault)).verdict())
                        .as(fault.id())
                        .isEqualTo(
                                fault == Fault.RESET || fault == Fault.SLOW || fault == Fault.REFUSED
                                        ? FaultVerdict.DETECTED
                                        : FaultVerdict.NOT_APPLICABLE);
            }
        }
    }

    @Test
    void a_lost_connection_survives_where_the_canary_ignores_it() throws Exception {
        try (ServerSocket server = talking("you asked: ", true)) {
            CanaryProver prover = prover(ForgivingSocketCanary.class, server);

            ControlRuns control = prover.controlRuns();
            assertThat(control.result().healthy()).as(control.result().reason()).isTrue();
            FaultResult result = ProofVerdict.summary(Fault.RESET, prover.inject(Fault.RESET));

            assertThat(result.verdict()).isEqualTo(FaultVerdict.SURVIVED);
            assertThat(result.request()).isEqualTo("its connection, which does not speak HTTP/1.1");
        }
    }

    @Test
    void a_server_may_speak_first() throws Exception {
        try (ServerSocket server = talking("hello", false)) {
            ControlRuns control = prover(GreetedCanary.class, server).controlRuns();

            assertThat(control.result().healthy()).as(control.result().reason()).isTrue();
        }
    }

    /** Sends a line to each client; where it listens first, followed by the line that the client sent. */
    private static ServerSocket talking(String words, boolean listensFirst) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    String heard = listensFirst
                            ? new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                                    .readLine()
                            : "";
                    client.getOutputStream().write((words + heard + "\n").getBytes(StandardCharsets.UTF_8));
                } catch (IOException gone) {
                    // This client is gone, or the server is closed: the loop ends with the server alone.
                    continue;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** Speaks a protocol of its own, to the target that it is given. */
    @Canary(operation = "ask the clock", timeout = "10s")
    static class SocketCanary {
        @Test
        void answers(CanaryTarget target, CanarySteps steps) throws Exception {
            String answer = steps.step("ask", () -> {
                try (Socket socket =
                        new Socket(target.uri().getHost(), target.uri().getPort())) {
                    socket.getOutputStream().write("TIME is what?\n".getBytes(StandardCharsets.UTF_8));
                    return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                            .readLine();
                }
            });
            assertEquals("you asked: TIME is what?", answer);
        }
    }

    @Canary(operation = "ask the clock", timeout = "10s")
    static class ForgivingSocketCanary {
        @Test
        void answers(CanaryTarget target) {
            try (Socket socket = new Socket(target.uri().getHost(), target.uri().getPort())) {
                socket.getOutputStream().write("TIME is what?\n".getBytes(StandardCharsets.UTF_8));
                assertTrue(socket.getInputStream().read() > 0);
            } catch (IOException lost) {
                return;
            }
        }
    }

    /** Waits for the server to speak first. */
    @Canary(operation = "read the greeting", timeout = "10s")
    static class GreetedCanary {
        @Test
        void is_greeted(CanaryTarget target, CanarySteps steps) throws Exception {
            String greeting = steps.step("listen", () -> {
                try (Socket socket =
                        new Socket(target.uri().getHost(), target.uri().getPort())) {
                    return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                            .readLine();
                }
            });
            assertEquals("hello", greeting);
        }
    }
}
