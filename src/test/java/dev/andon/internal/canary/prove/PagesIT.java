package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Canaries that look for their own note in a list of many pages: on which one it lies is another in each run. */
class PagesIT {
    private static final int PAGE = 5;
    private static final Map<String, String> NOTES = new ConcurrentSkipListMap<>();
    private static LittleService service;

    @BeforeAll
    static void open() throws IOException {
        IntStream.range(0, 16).forEach(i -> NOTES.put(UUID.randomUUID().toString(), "Old note " + i));
        service = new LittleService(PagesIT::handle);
    }

    @AfterAll
    static void close() {
        service.close();
        NOTES.clear();
    }

    private static void handle(HttpExchange exchange, String body) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                String id = UUID.randomUUID().toString();
                NOTES.put(id, body);
                exchange.getResponseHeaders().set("Location", "/notes/" + id);
                LittleService.json(exchange, 201, "{\"note\": \"" + body + "\"}");
            }
            case "DELETE" -> {
                NOTES.remove(exchange.getRequestURI().getPath().substring("/notes/".length()));
                LittleService.answer(exchange, 204, "", "");
            }
            default -> page(exchange, from(query));
        }
    }

    private static int from(String query) {
        Matcher number = Pattern.compile("(page|offset|after)=([\\w=]+)").matcher(query);
        if (!number.find()) {
            return 0;
        }
        return switch (number.group(1)) {
            case "page" -> Integer.parseInt(number.group(2)) * PAGE;
            case "offset" -> Integer.parseInt(number.group(2));
            default -> Integer.parseInt(new String(Base64.getDecoder().decode(number.group(2))).substring(5));
        };
    }

    private static void page(HttpExchange exchange, int from) throws IOException {
        List<String> all = new ArrayList<>(NOTES.values());
        int to = Math.min(from + PAGE, all.size());
        String cursor = Base64.getEncoder().encodeToString(("from " + to).getBytes());
        if (to < all.size()) {
            exchange.getResponseHeaders().set("Link", "</notes?after=" + cursor + ">; rel=\"next\"");
        }
        LittleService.json(
                exchange,
                200,
                all.subList(Math.min(from, to), to).stream()
                        .map(note -> "{\"note\": \"" + note + "\"}")
                        .collect(Collectors.joining(
                                ", ", "{\"items\": [", "], \"after\": \"" + (to < all.size() ? cursor : "") + "\"}")));
    }

    private abstract static class Noting {
        final String note = "Canary " + UUID.randomUUID();
        private String path = "";

        void write(CanaryClient client) {
            path = client.post("/notes", note)
                    .expectStatus(201)
                    .header("Location")
                    .orElseThrow();
        }

        boolean isOn(CanaryJson page) {
            return IntStream.range(0, page.size("/items"))
                    .anyMatch(i -> page.text("/items/" + i + "/note").equals(note));
        }

        @AfterEach
        void remove(CanaryClient client) {
            if (!path.isEmpty()) {
                client.delete(path);
            }
        }
    }

    static final class Honest {
        @Canary(operation = "notes by page", route = "GET /notes", timeout = "20s")
        static class ByPage extends Noting {
            @Test
            void test(CanaryClient client) {
                write(client);
                for (int page = 0; page < 20; page++) {
                    if (isOn(client.get("/notes?page=" + page).expectStatus(200).json())) {
                        return;
                    }
                }
                fail("the note is on no page");
            }
        }

        @Canary(operation = "notes by offset", route = "GET /notes", timeout = "20s")
        static class ByOffset extends Noting {
            @Test
            void test(CanaryClient client) {
                write(client);
                CanaryJson page = client.get("/notes").expectStatus(200).json();
                for (int offset = PAGE; !isOn(page); offset += PAGE) {
                    assertTrue(page.size("/items") > 0, "the note is on no page");
                    page = client.get("/notes?offset=" + offset)
                            .expectStatus(200)
                            .json();
                }
            }
        }

        @Canary(operation = "notes by cursor", route = "GET /notes", timeout = "20s")
        static class ByCursor extends Noting {
            @Test
            void test(CanaryClient client) {
                write(client);
                CanaryJson page = client.get("/notes").expectStatus(200).json();
                while (!isOn(page)) {
                    String after = page.text("/after");
                    assertTrue(!after.isEmpty(), "the note is on no page");
                    page = client.get("/notes?after=" + after).expectStatus(200).json();
                }
            }
        }

        @Canary(operation = "notes by link", route = "GET /notes", timeout = "20s")
        static class ByLink extends Noting {
            @Test
            void test(CanaryClient client) {
                write(client);
                CanaryResponse page = client.get("/notes").expectStatus(200);
                while (!isOn(page.json())) {
                    String link = page.header("Link").orElseThrow();
                    page = client.get(link.substring(1, link.indexOf('>'))).expectStatus(200);
                }
            }
        }
    }

    static final class Useless {
        @Canary(operation = "notes counted", route = "GET /notes", timeout = "20s")
        static class OnlyCounted extends Noting {
            @Test
            void test(CanaryClient client) {
                write(client);
                for (int page = 0; page < 3; page++) {
                    assertEquals(
                            PAGE,
                            client.get("/notes?page=" + page)
                                    .expectStatus(200)
                                    .json()
                                    .size("/items"));
                }
            }
        }

        @Canary(operation = "notes looked for", route = "GET /notes", timeout = "20s")
        static class GivesUpGreen extends Noting {
            @Test
            void test(CanaryClient client) {
                write(client);
                for (int page = 0; page < 20; page++) {
                    if (isOn(client.get("/notes?page=" + page).expectStatus(200).json())) {
                        return;
                    }
                }
            }
        }

        @Canary(operation = "notes without a status", route = "GET /notes", timeout = "20s")
        static class OnlyTheFirstPage extends Noting {
            @Test
            void test(CanaryClient client) {
                write(client);
                assertTrue(client.get("/notes?page=0").expectStatus(200).body().contains("note"));
                client.get("/notes?page=1");
            }
        }
    }

    static Stream<Class<?>> honest() {
        return Repetitions.of(Arrays.stream(Honest.class.getDeclaredClasses()));
    }

    static Stream<Class<?>> useless() {
        return Repetitions.of(Arrays.stream(Useless.class.getDeclaredClasses()));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void an_honest_canary_is_proven(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, service.uri(), true);

        assertThat(proof.undecided()).isEmpty();
        assertThat(proof.refused()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("useless")
    void a_useless_canary_is_not_proven(Class<?> canary) throws IOException {
        assertThat(WholeProof.of(canary, service.uri(), false).proven()).isFalse();
    }
}
