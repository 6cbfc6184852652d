package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Canaries that choose among few values, the same one in both control runs by chance. */
class ChanceIT {
    private static int runs;
    private static LittleService service;

    @BeforeAll
    static void open() throws IOException {
        Pattern quantity = Pattern.compile("/quote(/|\\?.*quantity=)(\\d+)");
        service = new LittleService((exchange, body) -> {
            Matcher asked = quantity.matcher(exchange.getRequestURI().toString());
            int pieces = asked.find() ? Integer.parseInt(asked.group(2)) : 1;
            LittleService.json(
                    exchange, 200, "{\"price\": 17, \"quantity\": " + pieces + ", \"total\": " + 17 * pieces + "}");
        });
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @BeforeEach
    void begin() {
        runs = 0;
    }

    private static int next() {
        return ++runs <= 2 ? 3 : 4 + runs % 5;
    }

    static final class Honest {
        @Canary(operation = "quote by parameter", route = "GET /quote", timeout = "20s")
        static class ByParameter {
            @Test
            void test(CanaryClient client) {
                int pieces = next();
                CanaryJson quote = client.get("/quote?currency=EUR&quantity=" + pieces)
                        .expectStatus(200)
                        .json();
                assertEquals(17L * pieces, quote.number("/total").longValueExact());
            }
        }

        @Canary(operation = "quote by path", route = "GET /quote/{pieces}", timeout = "20s")
        static class ByPath {
            @Test
            void test(CanaryClient client) {
                int pieces = next();
                CanaryJson quote =
                        client.get("/quote/" + pieces).expectStatus(200).json();
                assertEquals(17L * pieces, quote.number("/total").longValueExact());
            }
        }

        @Canary(operation = "two quotes", route = "GET /quote", timeout = "20s")
        static class Twice {
            @Test
            void test(CanaryClient client) {
                int pieces = next();
                long one = client.get("/quote?quantity=1")
                        .expectStatus(200)
                        .json()
                        .number("/total")
                        .longValueExact();
                long all = client.get("/quote?quantity=" + pieces)
                        .expectStatus(200)
                        .json()
                        .number("/total")
                        .longValueExact();
                assertEquals(17, one);
                assertEquals(one * pieces, all);
            }
        }
    }

    static final class Useless {
        @Canary(operation = "quote of some number", route = "GET /quote", timeout = "20s")
        static class SomeTotal {
            @Test
            void test(CanaryClient client) {
                CanaryJson quote = client.get("/quote?currency=EUR&quantity=" + next())
                        .expectStatus(200)
                        .json();
                assertTrue(quote.number("/total").signum() > 0);
            }
        }

        @Canary(operation = "quote unread", route = "GET /quote/{pieces}", timeout = "20s")
        static class StatusOnly {
            @Test
            void test(CanaryClient client) {
                client.get("/quote/" + next()).expectStatus(200);
            }
        }

        /** The random number may be the one that is asked for anyway, which is not what became of it. */
        @Canary(operation = "two quotes, one unread", route = "GET /quote", timeout = "20s")
        static class OneUnread {
            @Test
            void test(CanaryClient client) {
                client.get("/quote?quantity=" + (++runs <= 2 ? 3 : 1 + runs % 3))
                        .expectStatus(200);
                CanaryJson quote =
                        client.get("/quote?quantity=1").expectStatus(200).json();
                assertEquals(17, quote.number("/total").longValueExact());
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
    void a_useless_canary_is_refused(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, service.uri(), false);

        assertThat(proof.undecided()).isEmpty();
        assertThat(proof.refused()).isNotEmpty();
    }
}
