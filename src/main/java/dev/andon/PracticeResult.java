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
 * @param findings the facts that the verdict rests on, one by one; empty where the result is no practice's own
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record PracticeResult(
        String id,
        Verdict verdict,
        Evidence evidence,
        List<String> tests,
        String finding,
        String found,
        String fix,
        List<PracticeFinding> findings) {

    /** Copies the lists. */
    public PracticeResult {
        tests = List.copyOf(tests);
        findings = List.copyOf(findings);
    }

    /** Creates a result that does not tell its findings one by one. */
    public PracticeResult(
            String id,
            Verdict verdict,
            Evidence evidence,
            List<String> tests,
            String finding,
            String found,
            String fix) {
        this(id, verdict, evidence, tests, finding, found, fix, List.of());
    }
}
