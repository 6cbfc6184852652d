package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCallsTest {

    static Stream<Arguments> exits() {
        return Stream.of(
                arguments(ExitingCanary.class, "System.exit"),
                arguments(HaltingCanary.class, "Runtime.halt"),
                arguments(
                        ExitingByHelperCanary.class,
                        "Runtime.exit in dev.andon.internal.canary.prove.ExitCallsTest$Exit"),
                arguments(ExitingByInterfaceCanary.class, "Runtime.halt"));
    }

    @ParameterizedTest
    @MethodSource("exits")
    void a_call_that_would_end_the_build_is_found_wherever_it_is(Class<?> canary, String call) {
        assertThat(ExitCalls.in(ArtefactCode.of(canary)))
                .hasValueSatisfying(found -> assertThat(found).startsWith(call));
    }

    @ParameterizedTest
    @ValueSource(classes = {UsingAProgramCanary.class, LittleShop.class})
    void code_that_ends_nothing_and_main_methods_of_other_programs_are_left_alone(Class<?> type) {
        assertThat(ExitCalls.in(ArtefactCode.of(type))).isEmpty();
    }

    @Canary(operation = "browse", timeout = "20s")
    static class ExitingCanary {
        @Test
        void products(CanaryClient client) {
            if (client.get("/products").status() != 200) {
                System.exit(1);
            }
        }
    }

    @Canary(operation = "browse", timeout = "20s")
    static class HaltingCanary {
        @Test
        void products(CanaryClient client) {
            Runnable end = new Runnable() {
                @Override
                public void run() {
                    Runtime.getRuntime().halt(1);
                }
            };
            if (client.get("/products").status() != 200) {
                end.run();
            }
        }
    }

    @Canary(operation = "browse", timeout = "20s")
    static class ExitingByHelperCanary {
        @Test
        void products(CanaryClient client) {
            if (client.get("/products").status() != 200) {
                Exit.now();
            }
        }
    }

    @Canary(operation = "browse", timeout = "20s")
    static class ExitingByInterfaceCanary implements Halt {
        @Test
        void products(CanaryClient client) {
            if (client.get("/products").status() != 200) {
                now();
            }
        }
    }

    @Canary(operation = "browse", timeout = "20s")
    static class UsingAProgramCanary {
        @Test
        void products(CanaryClient client) {
            client.get(Program.path()).expectStatus(200);
        }
    }

    /** Ends the JVM by a method that implementing classes inherit. */
    interface Halt {
        default void now() {
            Runtime.getRuntime().halt(1);
        }
    }

    /** A program, which may end its own JVM. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            System.exit(arguments.length);
        }

        static String path() {
            return "/products";
        }
    }

    static final class Exit {
        private Exit() {}

        static void now() {
            Runtime.getRuntime().exit(1);
        }
    }
}
