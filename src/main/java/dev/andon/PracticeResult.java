package dev.andon;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The answer to one practice, for one service, one canary or the whole code base.
 *
 * @param id the practice's stable id, for example {@code integration-tests}
 * @param verdict what is said
 * @param evidence the strongest evidence found; {@link Evidence#NONE} where the practice asks for none
 * @param tests the tests that gave the evidence, or that are at fault, as {@code Class} or {@code Class.method}
 * @param finding the stable key of what was found, for example {@code no-test}; several are separated by commas
 * @param found what was found, with class and line; never empty
 * @param fix how to fix it; empty where nothing is to be fixed
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record PracticeResult(
        String id, Verdict verdict, Evidence evidence, List<String> tests, String finding, String found, String fix) {

    /** Copies the list. */
    public PracticeResult {
        tests = List.copyOf(tests);
    }
}
