package dev.andon.internal.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.evidence.NotRunReason.Cause;
import dev.andon.internal.evidence.ledger.RunFreshness;
import dev.andon.internal.formats.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OlderResultsTest {
    private static final Instant BUILT = Instant.parse("2026-03-04T12:00:00Z");

    private static ClassRun run(String finished) {
        return new ClassRun(
                "a.B",
                Outcome.SUCCESSFUL,
                "",
                List.of(),
                Instant.parse(finished),
                "target/surefire-reports/TEST-a.B.xml");
    }

    private static Optional<NotRunReason> explain(Optional<NotRunReason> absence, ClassRun... stale) {
        return OlderResults.of(List.of(stale), RunFreshness.since(BUILT)).explain("a.B", absence);
    }

    @Test
    void a_result_that_is_older_is_told_by_how_much() {
        assertThat(explain(Optional.empty(), run("2026-03-01T08:00:00Z"), run("2026-03-04T09:00:00Z"))
                        .orElseThrow()
                        .words())
                .isEqualTo(
                        "has a result that is older by 3 hours than the class files (TEST-a.B.xml, 2026-03-04T09:00:00Z)");
    }

    @Test
    void a_result_of_an_earlier_build_need_not_be_older_than_the_class_files() {
        assertThat(explain(Optional.empty(), run("2026-03-04T13:00:00Z"))
                        .orElseThrow()
                        .words())
                .startsWith("has a result of an earlier build");
    }

    @Test
    void what_no_execution_runs_stays_so_whatever_lies_around() {
        NotRunReason never = new NotRunReason(Cause.NO_EXECUTION, "exists, but never runs", "bind it");
        NotRunReason narrowed = new NotRunReason(Cause.NOT_THIS_TIME, "was not run", "run `mvn verify`");

        assertThat(explain(Optional.of(never), run("2026-03-04T09:00:00Z"))).contains(never);
        assertThat(explain(Optional.of(narrowed))).contains(narrowed);
        assertThat(explain(Optional.of(narrowed), run("2026-03-04T09:00:00Z"))
                        .orElseThrow()
                        .fix())
                .isEqualTo("run `mvn verify`");
    }
}
