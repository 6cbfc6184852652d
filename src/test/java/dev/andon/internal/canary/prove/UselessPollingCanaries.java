package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryResponse;
import org.junit.jupiter.api.Test;

/** Canaries that ask again and would be green in many outages. None may be proven. */
final class UselessPollingCanaries {
    private UselessPollingCanaries() {}

    /** Ends green when its attempts are used up. */
    @Canary(operation = "run a job", route = "POST /jobs", timeout = "20s")
    static class GivesUpGreen {
        @Test
        void test(CanaryClient client) throws InterruptedException {
            String job = client.post("/jobs", "{}").expectStatus(202).json().text("/job");
            for (int i = 0; i < 6; i++) {
                CanaryResponse answer = client.get("/jobs/" + job);
                if (answer.status() == 200) {
                    assertEquals("DONE", answer.json().text("/state"));
                    return;
                }
                Thread.sleep(5);
            }
        }
    }
}
