package dev.andon.internal.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FrameworksTest {

    private static final Call MOCK =
            new Call("org.mockito.Mockito", "mock", "(Ljava/lang/Class;)Ljava/lang/Object;", 1);
    private static final Call OTHER = new Call("com.acme.Orders", "mock", "(Ljava/lang/Class;)Ljava/lang/Object;", 1);

    @Test
    void frameworks_with_an_answer_of_their_own_are_asked() {
        assertThat(Frameworks.any(Framework::makesMock, MOCK)).isTrue();
        assertThat(Frameworks.any(Framework::makesMock, OTHER)).isFalse();
    }

    @Test
    void each_framework_overrides_methods_itself() {
        assertThat(Frameworks.ALL).allMatch(framework -> framework.getClass().getSuperclass() == Object.class);
    }

    @Test
    void each_facet_is_known_of_a_framework() {
        List<String> overridden = Frameworks.ALL.stream()
                .flatMap(framework -> Stream.of(framework.getClass().getDeclaredMethods()))
                .map(Method::getName)
                .toList();

        assertThat(Framework.class.getMethods()).extracting(Method::getName).allMatch(overridden::contains);
    }

    /** Who leaves a question at its default is not asked, so the default must say nothing. */
    @Test
    void a_framework_that_overrides_nothing_says_nothing() throws ReflectiveOperationException {
        Framework none = new Framework() {};
        for (Method facet : Framework.class.getMethods()) {
            if (facet.getParameterCount() == 1) {
                assertThat(facet.invoke(none, (Object) null))
                        .as(facet.getName())
                        .isIn(false, Optional.empty(), List.of(), Set.of(), Map.of(), ContainerUse.NONE);
            }
        }
    }

    @Test
    void a_question_that_names_no_method_is_an_error_and_no_silent_no() {
        assertThatThrownBy(() -> Frameworks.any((framework, call) -> framework.makesMock(call), MOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no framework overrides lambda$");
    }
}
