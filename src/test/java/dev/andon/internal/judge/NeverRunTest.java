package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Level;
import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.require.Requirements;
import org.junit.jupiter.api.Test;

/** A test class that no row depends on is named all the same where it did not run. */
class NeverRunTest {
    private static final Service ORDERS = Build.service("com.acme.OrderController");

    private static Build tested() {
        Build build = new Build().with(ORDERS);
        build.test("com.acme.OrderControllerTest", TestKind.UNIT)
                .links(ORDERS, Link.Strength.LINKED)
                .add();
        return build.test("com.acme.OrderControllerIT", TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.LINKED)
                .add();
    }

    private static Build.TestOf spec(Build build) {
        return build.test("com.acme.OrderSpec", TestKind.UNIT).links(ORDERS, Link.Strength.LINKED);
    }

    @Test
    void it_exists_but_never_runs_once_the_build_is_over() {
        Report report =
                spec(tested()).neverRan().add().judge(Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED)));

        assertThat(report.fails()).isFalse();
        assertThat(report.notes()).containsExactly("exist, but never run: OrderSpec");
    }

    @Test
    void before_that_it_has_not_run_so_far() {
        Report report = spec(tested())
                .neverRan()
                .add()
                .stillRunning()
                .judge(Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED)));

        assertThat(report.notes()).containsExactly("have not run so far: OrderSpec");
    }

    @Test
    void one_that_ran_or_is_disabled_is_not_named() {
        Build build = spec(tested()).add();
        build.test("com.acme.LaterTest", TestKind.UNIT)
                .disabled("Disabled", "SHOP-1", false)
                .neverRan()
                .add();

        assertThat(build.judge(Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED)))
                        .notes())
                .isEmpty();
    }
}
