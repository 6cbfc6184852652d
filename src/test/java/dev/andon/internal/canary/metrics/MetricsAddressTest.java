package dev.andon.internal.canary.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class MetricsAddressTest {

    private static String problem(String written, IOException thrown) {
        MetricsAddress address = MetricsAddress.of(written);
        return address.problem(address.socket(), thrown);
    }

    @Test
    void a_port_that_is_taken() {
        assertThat(problem("127.0.0.1:9464", new BindException("Address already in use")))
                .isEqualTo(
                        "`metrics: 127.0.0.1:9464` in the settings file cannot be used: another process has taken the port"
                                + " (Address already in use); end that process, or write another port, or port 0 for any that is free");
        assertThat(problem("[::1]:9464", new BindException("Die Adresse wird bereits verwendet")))
                .startsWith(
                        "`metrics: [::1]:9464` in the settings file cannot be used: another process has taken the port"
                                + " (Die Adresse wird bereits verwendet); ");
    }

    @Test
    void a_port_that_needs_a_privilege() {
        for (IOException thrown :
                new IOException[] {new BindException("Permission denied"), new SocketException("Permission denied")}) {
            assertThat(problem("0.0.0.0:80", thrown))
                    .endsWith("ports below 1024 need a privilege (Permission denied); write a port from 1024 on");
        }
        assertThat(problem("0.0.0.0:80", new BindException("Address already in use")))
                .contains("another process has taken the port");
    }

    @Test
    void an_address_of_another_machine() {
        assertThat(problem("192.0.2.1:9464", new BindException("Cannot assign requested address")))
                .endsWith("192.0.2.1 is no address of this machine (Cannot assign requested address);"
                        + " write one that is, such as 127.0.0.1, or 0.0.0.0 for all");
    }

    @Test
    void anything_else_is_quoted() {
        assertThat(problem("127.0.0.1:0", new SocketException("Too many open files")))
                .endsWith(
                        "java.net.SocketException: Too many open files; write another address, such as 127.0.0.1:9464");
    }

    @Test
    void where_to_ask_is_said_with_the_port_that_it_got() {
        assertThat(MetricsAddress.of("[::1]:0").uri(4711)).isEqualTo("http://[::1]:4711/metrics");
    }
}
