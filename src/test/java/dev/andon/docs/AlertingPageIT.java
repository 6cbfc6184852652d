package dev.andon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.canary.policy.AlertPolicySimulation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The numbers of {@code docs/canary-alerting.md} are those that the simulation measures. */
class AlertingPageIT {
    @Test
    void the_table_holds_what_the_simulation_measures() {
        assertThat(Path.of("docs/canary-alerting.md"))
                .content()
                .contains(String.join("\n", AlertPolicySimulation.lines()));
    }
}
