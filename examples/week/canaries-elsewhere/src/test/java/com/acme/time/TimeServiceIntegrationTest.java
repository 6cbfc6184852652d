package com.acme.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeServiceIntegrationTest {

    private final TimeService times =
            new TimeService(Clock.fixed(Instant.parse("2026-01-15T11:30:00Z"), ZoneOffset.UTC));

    @Test
    void tells_the_time_over_http() throws Exception {
        try (TimeServer server = new TimeServer(times)) {
            HttpResponse<String> answer = get(server.uri().resolve("/time?Asia/Tokyo"));

            assertEquals(200, answer.statusCode());
            assertEquals("20:30", answer.body());
        }
    }

    @Test
    void answers_an_unknown_place_with_400() throws Exception {
        try (TimeServer server = new TimeServer(times)) {
            assertEquals(400, get(server.uri().resolve("/time?Atlantis")).statusCode());
        }
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
