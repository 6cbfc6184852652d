package dev.andon;

import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The four complementary kinds of automated test, cheapest first.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum TestKind {

    /** Documents how one piece of the code works; very many. */
    UNIT("unit", "unit-tests", "unit test"),

    /** More than one component together, with the focus on the contract of one service; fewer. */
    INTEGRATION("integration", "integration-tests", "integration test"),

    /** A usage flow of the system as a whole; few. */
    END_TO_END("e2e", "end-to-end-tests", "end-to-end test"),

    /** A small independent program that live-tests one key operation of the deployed system for ever; very few. */
    CANARY("canary", "canaries", "canary");

    private final String tag;
    private final String practice;
    private final String words;

    TestKind(String tag, String practice, String words) {
        this.tag = tag;
        this.practice = practice;
        this.words = words;
    }

    /** Returns the JUnit tag that marks a test of this kind, for example {@code e2e}. */
    public String tag() {
        return tag;
    }

    /** Returns the id of the practice that asks for tests of this kind, for example {@code integration-tests}. */
    public String practice() {
        return practice;
    }

    /** Returns this kind in the words of a message, for example {@code integration test}. */
    public String words() {
        return words;
    }

    /** Returns the kind whose {@link #tag()} this is, if any. */
    public static Optional<TestKind> ofTag(String tag) {
        return Arrays.stream(values()).filter(kind -> kind.tag.equals(tag)).findFirst();
    }
}
