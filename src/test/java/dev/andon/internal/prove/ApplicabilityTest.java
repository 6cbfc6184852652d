package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.prove.agent.Injection;
import dev.andon.internal.prove.agent.Observation;
import org.junit.jupiter.api.Test;

class ApplicabilityTest {

    private static final Observation ANSWERED =
            new Observation(true, true, true, "total + 1", "lines less one element");

    @Test
    void a_method_that_answers_something_can_have_every_fault() {
        for (MethodFault fault : MethodFault.values()) {
            assertThat(Applicability.obstacle(fault, ANSWERED)).isEmpty();
        }
        assertThat(Applicability.injections(MethodFault.CHANGED_VALUE, ANSWERED))
                .containsExactly(Injection.CHANGE_VALUES, Injection.DROP_ELEMENT);
        assertThat(Applicability.change(MethodFault.CHANGED_VALUE, ANSWERED))
                .isEqualTo("total + 1; lines less one element");
    }

    @Test
    void returning_nothing_changes_nothing_where_nothing_else_was_returned() {
        Observation empty = new Observation(true, false, true, "", "");

        assertThat(Applicability.obstacle(MethodFault.DOES_NOTHING, empty)).isNotEmpty();
        assertThat(Applicability.obstacle(MethodFault.CHANGED_VALUE, empty)).isNotEmpty();
        assertThat(Applicability.obstacle(MethodFault.THROWS, empty)).isEmpty();
    }

    @Test
    void a_method_without_an_answer_is_there_for_what_it_does() {
        Observation nothingToSay = new Observation(true, false, false, "", "");

        assertThat(Applicability.obstacle(MethodFault.DOES_NOTHING, nothingToSay))
                .isEmpty();
    }

    @Test
    void throwing_changes_nothing_where_it_always_threw() {
        Observation threw = new Observation(false, false, true, "", "");

        assertThat(Applicability.obstacle(MethodFault.THROWS, threw)).isNotEmpty();
        assertThat(Applicability.obstacle(MethodFault.DOES_NOTHING, threw)).isEmpty();
    }
}
