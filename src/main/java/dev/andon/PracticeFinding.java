package dev.andon;

import java.util.List;
import org.apiguardian.api.API;

/**
 * One of the facts that a result rests on.
 *
 * @param verdict what it alone would make of the result
 * @param keys what identifies it, for example {@code no-test}, or {@code asserts-nothing:com.acme.OrderIT} once for each
 *     test at fault; never empty. Other words, line numbers and counts leave the keys as they are.
 * @param tests the tests that are at fault, or that gave the evidence
 * @param found what was found; never empty
 * @param fix how to fix it; empty where nothing is to be fixed
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record PracticeFinding(Verdict verdict, List<String> keys, List<String> tests, String found, String fix) {

    /** Copies the lists. */
    public PracticeFinding {
        keys = List.copyOf(keys);
        tests = List.copyOf(tests);
    }
}
