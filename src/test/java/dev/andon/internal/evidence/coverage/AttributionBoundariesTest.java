package dev.andon.internal.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.UniqueId;

/** At which moments the agent is told to write, and under which name. */
class AttributionBoundariesTest {

    private static final UniqueId ENGINE = UniqueId.forEngine("junit-jupiter");
    private static final UniqueId ONE = ENGINE.append("class", "One");
    private static final UniqueId TWO = ENGINE.append("class", "Two");

    /** Notes each writing with the name that the session bore. */
    private static final class Notes implements Agent {
        final List<String> dumps = new ArrayList<>();
        String session = "mine";
        boolean broken;

        @Override
        public String sessionId() {
            return session;
        }

        @Override
        public void nameSession(String id) {
            session = id;
        }

        @Override
        public void dump() throws IOException {
            if (broken) {
                throw new IOException("no space left");
            }
            dumps.add(session);
        }
    }

    private final Notes agent = new Notes();
    private final Attribution attribution = new Attribution(agent, "build");

    @Test
    void writes_once_before_the_first_class_and_once_behind_each() {
        attribution.started(ONE, "One");
        attribution.finished(ONE);
        attribution.started(TWO, "Two");
        attribution.finished(TWO);
        attribution.end();

        assertThat(agent.dumps).containsExactly("mine", "andon/build/One/finished", "andon/build/Two/finished");
        assertThat(agent.session).isEqualTo("mine");
    }

    @Test
    void what_ran_before_the_first_test_is_set_up() {
        attribution.started(ONE, "One");
        agent.dumps.clear();
        attribution.testBegins();
        attribution.testBegins();
        attribution.finished(ONE);

        assertThat(agent.dumps).containsExactly("andon/build/set-up/One", "andon/build/One/finished");
    }

    @Test
    void a_method_that_runs_before_all_tests_is_the_class_s_own_code() {
        attribution.started(ONE, "One");
        agent.dumps.clear();
        attribution.setUpEnded();
        attribution.codeOfClassEnded();
        attribution.testBegins();
        attribution.finished(ONE);

        assertThat(agent.dumps)
                .containsExactly(
                        "andon/build/set-up/One",
                        "andon/build/One",
                        "andon/build/set-up/One",
                        "andon/build/One/finished");
    }

    @Test
    void set_up_is_not_told_apart_while_two_classes_are_open() {
        attribution.started(ONE, "One");
        attribution.started(TWO, "Two");
        agent.dumps.clear();
        attribution.testBegins();
        attribution.finished(ONE);
        attribution.finished(TWO);

        assertThat(agent.dumps).containsExactly("andon/build/One;Two/finished");
    }

    @Test
    void writes_nothing_while_another_class_is_open() {
        attribution.started(ONE, "One");
        agent.dumps.clear();

        attribution.started(TWO, "Two");
        assertThat(agent.dumps).isEmpty();
        attribution.finished(ONE);
        assertThat(agent.dumps).isEmpty();
        attribution.started(ONE, "One");
        assertThat(agent.dumps).isEmpty();
        attribution.finished(TWO);
        assertThat(agent.dumps).isEmpty();
        attribution.finished(ONE);

        assertThat(agent.dumps).containsExactly("andon/build/One;Two/finished");
    }

    @Test
    void sets_data_aside_that_tests_outside_of_any_class_left() {
        attribution.started(ONE, "One");
        attribution.finished(ONE);
        agent.dumps.clear();

        attribution.ran();
        attribution.started(TWO, "Two");

        assertThat(agent.dumps).containsExactly("mine");
    }

    @Test
    void stops_where_nothing_can_be_written() {
        agent.broken = true;
        attribution.started(ONE, "One");
        agent.broken = false;
        attribution.finished(ONE);
        attribution.started(TWO, "Two");

        assertThat(agent.dumps).isEmpty();
        assertThat(agent.session).isEqualTo("mine");
    }
}
