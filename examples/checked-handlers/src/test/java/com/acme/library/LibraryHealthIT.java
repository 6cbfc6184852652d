package com.acme.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.IntegrationTest;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IntegrationTest
class LibraryHealthIT {
    private Server server;
    private ManagedChannel channel;

    @BeforeEach
    void start() throws IOException {
        String name = InProcessServerBuilder.generateName();
        server = InProcessServerBuilder.forName(name).addService(new LibraryHealth()).build().start();
        channel = InProcessChannelBuilder.forName(name).build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    private static HealthCheckRequest request(String service) {
        return HealthCheckRequest.newBuilder().setService(service).build();
    }

    @Test
    void checks() {
        var health = HealthGrpc.newBlockingStub(channel);
        assertThat(health.check(request("library")).getStatus()).isEqualTo(ServingStatus.SERVING);
        assertThat(health.check(request("bakery")).getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
    }

    @Test
    void watches() {
        List<ServingStatus> seen = new ArrayList<>();
        HealthGrpc.newBlockingStub(channel)
                .watch(request("library"))
                .forEachRemaining((HealthCheckResponse each) -> seen.add(each.getStatus()));
        assertThat(seen).containsExactly(ServingStatus.SERVING, ServingStatus.UNKNOWN);
    }
}
