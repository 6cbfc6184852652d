package dev.andon;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The four complementary kinds of automated test, cheapest first, and {@link #ANY} for all of them in requirements.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum TestKind {

    /** Documents how one piece of the code works; very many. */
    UNIT("unit", "unit-tests", "unit test"),

    /** Several components together, focused on the contract of one service; fewer. */
    INTEGRATION("integration", "integration-tests", "integration test"),

    /** One usage flow of the whole system; few. */
    END_TO_END("e2e", "end-to-end-tests", "end-to-end test"),

    /** A small independent program that continuously tests one key operation of the deployed system; very few. */
    CANARY("canary", "canaries", "canary"),

    /**
     * In requirements only: all kinds together, as in {@link RequireCoverage#kind}. No test has this kind; it has no tag and
     * no practice.
     */
    ANY("", "", "test");

    private static final List<TestKind> KINDS = List.of(UNIT, INTEGRATION, END_TO_END, CANARY);

    private final String tag;
    private final String practice;
    private final String text;

    TestKind(String tag, String practice, String text) {
        this.tag = tag;
        this.practice = practice;
        this.text = text;
    }

    /** Returns the four kinds that a test can have, cheapest first: all constants but {@link #ANY}. */
    public static List<TestKind> kinds() {
        return KINDS;
    }

    /**
     * Returns the JUnit tag that marks a test of this kind, for example {@code e2e}.
     *
     * @throws UnsupportedOperationException for {@link #ANY}
     */
    public String tag() {
        requireOneKind("tag");
        return tag;
    }

    /**
     * Returns the id of the practice that requires tests of this kind, for example {@code integration-tests}.
     *
     * @throws UnsupportedOperationException for {@link #ANY}
     */
    public String practice() {
        requireOneKind("practice");
        return practice;
    }

    /** Returns this kind as text for a message, for example {@code integration test}. */
    public String text() {
        return text;
    }

    private void requireOneKind(String what) {
        if (this == ANY) {
            throw new UnsupportedOperationException(
                    "TestKind.ANY has no " + what + ": it stands for all kinds together, in requirements only");
        }
    }
}
