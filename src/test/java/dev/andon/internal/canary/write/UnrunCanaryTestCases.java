package dev.andon.internal.canary.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanarySteps;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Canaries that do not run, or not as others do. */
final class UnrunCanaryTestCases {
    private UnrunCanaryTestCases() {}

    @Canary(operation = "browse", timeout = "30s")
    static class BrokenSetUpCanary {
        @BeforeAll
        static void opens() {
            throw new IllegalStateException("no browser");
        }

        @Test
        void products(CanaryClient client) {
            client.get("/products");
        }
    }

    @Canary(operation = "browse", timeout = "30s")
    static class HungryCanary {
        @BeforeAll
        static void opens() {
            throw new OutOfMemoryError("Java heap space");
        }

        @Test
        void products(CanaryClient client) {
            client.get("/products");
        }
    }

    @Canary(operation = "browse", timeout = "30s")
    @Disabled("until TEA-1 is done")
    static class DisabledCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products");
        }
    }

    @Canary(operation = "browse", timeout = "30s")
    static class DisabledMethodCanary {
        @Test
        @Disabled("until TEA-2 is done")
        void products(CanaryClient client) {
            client.get("/products");
        }
    }

    @Canary(operation = "browse", timeout = "soon")
    static class MalformedTimeoutCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products");
        }
    }

    @Canary(operation = "browse", timeout = "30s")
    static class FactoryCanary {
        @TestFactory
        Stream<DynamicTest> products(CanaryClient client) {
            return Stream.of("/products", "/missing")
                    .map(path ->
                            DynamicTest.dynamicTest(path, () -> client.get(path).expectStatus(200)));
        }

        @AfterEach
        void clean_up(CanaryClient client) {
            client.delete("/orders/17").expectStatus(204);
        }
    }

    @Canary(operation = "browse", timeout = "30s")
    static class BrokenFactoryCanary {
        @TestFactory
        Stream<DynamicTest> products() {
            throw new IllegalStateException("no product is known");
        }
    }

    /** Takes all memory that there is, and lets it go when its run has ended. */
    @Canary(operation = "browse", timeout = "20s")
    static class InsatiableCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products");
            List<long[]> all = new ArrayList<>();
            while (true) {
                all.add(new long[Integer.MAX_VALUE - 8]);
            }
        }
    }

    @Canary(operation = "browse", timeout = "30s")
    static class CleanupFailsCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products").expectStatus(200);
        }

        @AfterEach
        void clean_up(CanaryClient client) {
            client.delete("/missing").expectStatus(204);
        }
    }

    @Canary(operation = "browse", timeout = "30s")
    static class HonestCanary {
        @Test
        void products(CanaryClient client) {
            assertEquals(200, client.get("/products").status());
        }
    }

    @Canary(operation = "browse", timeout = "300ms")
    static class UnansweredCanary {
        @Test
        void products(CanaryClient client, CanarySteps steps) throws Exception {
            client.get("/products").expectStatus(200);
            // On a thread of its own, as a library's would be: the interrupt at the timeout does not reach it.
            Thread other = new Thread(() -> {
                try {
                    steps.run("take an order", () -> Thread.sleep(1500));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            other.start();
            other.join();
        }
    }

    @Canary(operation = "browse", timeout = "60s")
    static class HaltingCanary {
        @Test
        void products(CanaryClient client) {
            client.get("/products");
            Runtime.getRuntime().halt(7);
        }
    }
}
