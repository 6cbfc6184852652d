package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunnersTest {
    private static final Service ORDERS = Build.service("com.acme.OrderController", new Route("POST", "/orders"));

    private static PracticeResult row(Practice practice, String runner) {
        return new Build()
                .with(ORDERS)
                .test("com.acme.OrderControllerIT", TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.LINKED)
                .runner(runner)
                .add()
                .row(Requirements.of(Set.of(practice)), practice);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_test_that_asserts_nothing_is_undecided_where_its_runner_may_check_it(boolean evidence) {
        Practice practice = evidence ? IntegrationTestsCheck.PRACTICE : TestsAssertCheck.PRACTICE;

        PracticeResult checked = row(practice, "ContractRunner");
        assertThat(checked.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(checked.found()).contains("OrderControllerIT", "runner ContractRunner");
        assertThat(checked.fix()).contains("assertionsIn");
        assertThat(row(practice, "").verdict()).isEqualTo(Verdict.VIOLATED);
    }
}
