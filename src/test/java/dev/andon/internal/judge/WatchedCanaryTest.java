package dev.andon.internal.judge;

import static dev.andon.internal.judge.CanaryBuild.canary;
import static dev.andon.internal.judge.CanaryBuild.helper;
import static dev.andon.internal.judge.CanaryBuild.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.evidence.ProofRecord;
import dev.andon.internal.formats.InjectedOutage;
import dev.andon.internal.formats.InjectedOutage.StatedOutage;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.TriedTolerance;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The practices of level WATCHED, judged by what a proof says. */
class WatchedCanaryTest {
    private static final String NAME = "com.acme.canaries.PlaceCanary";
    private static final String FILE = "target/andon/proofs/" + NAME + ".json";
    private static final Instant FROM = Instant.parse("2026-01-02T03:04:05.100Z");
    private static final Instant TO = Instant.parse("2026-01-02T03:04:05.900Z");
    private static final String SENTENCE = "POST /orders failed in all 3 probes.";

    @TempDir
    Path temp;

    private CanaryBuild build;

    @BeforeEach
    void shop() {
        build = build("3/5").shop();
    }

    private CanaryBuild build(String tolerance) {
        return CanaryBuild.in(temp.resolve("build-" + tolerance.replace('/', '-')))
                .main(
                        "canaries",
                        canary(
                                "PlaceCanary",
                                "operation = \"place an order\", route = \"POST /orders\", every = \"1m\", timeout = \"10s\","
                                        + " owner = \"shop-team\", runbook = \"https://r.acme.com/place\", tolerance = \""
                                        + tolerance + "\"",
                                test("client.post(\"/orders\", \"{}\").expectStatus(201);")));
    }

    private static ProofReport report(CanaryOutcome controlRun) {
        return new ProofReport(
                NAME,
                "place",
                "place an order",
                "POST /orders",
                Instant.EPOCH,
                controlRun,
                controlRun == CanaryOutcome.FAILURE ? "no order" : "",
                true,
                List.of("POST /orders"),
                List.of(),
                List.of(),
                "",
                "",
                "",
                List.of());
    }

    private static ProofRecord proof(TriedTolerance tried) {
        return new ProofRecord.Proven(FILE, report(CanaryOutcome.SUCCESS).with(Optional.of(tried), Optional.empty()));
    }

    private static ProofRecord proof(InjectedOutage outage) {
        return new ProofRecord.Proven(FILE, report(CanaryOutcome.SUCCESS).with(Optional.empty(), Optional.of(outage)));
    }

    private static InjectedOutage injected(StatedOutage... stated) {
        return new InjectedOutage("", "refused", FROM, TO, 3, List.of(stated));
    }

    private static StatedOutage stated(Instant after, Instant by, Instant endedFrom, Instant before, int bad) {
        return new StatedOutage(Optional.ofNullable(after), by, endedFrom, Optional.ofNullable(before), bad, SENTENCE);
    }

    private PracticeResult alerts(ProofRecord proof) {
        return build.proof(NAME, proof).row(CanaryAlertsCheck.PRACTICE);
    }

    private PracticeResult outages(InjectedOutage outage) {
        return build.proof(NAME, proof(outage)).row(CanaryOutagesStatedCheck.PRACTICE);
    }

    private static void is(Verdict verdict, PracticeResult row, String... words) {
        assertThat(row.verdict()).describedAs(row.found()).isEqualTo(verdict);
        assertThat(row.found()).contains(words);
        assertThat(row.fix().isEmpty()).isEqualTo(verdict == Verdict.MET);
    }

    @Test
    void a_tolerance_that_alerts_in_an_outage_and_not_for_a_blip_alerts() {
        is(
                Verdict.MET,
                alerts(proof(new TriedTolerance("3/5", false, 5, Optional.of(3)))),
                "in an outage pages shop-team after 3 bad runs (3/5), and nobody for one; runbook https://r.acme.com/place");
        is(Verdict.MET, alerts(proof(new TriedTolerance("5/10", false, 5, Optional.of(5)))), "after 5 bad runs (5/10)");
    }

    @Test
    void a_tolerance_that_alerts_for_a_blip_or_not_in_an_outage_is_violated() {
        is(
                Verdict.VIOLATED,
                alerts(proof(new TriedTolerance("1/1", true, 5, Optional.of(1)))),
                "PlaceCanary (PlaceCanary.java:",
                "by backtest, tolerance = \"1/1\" pages on one failed run");
        is(
                Verdict.VIOLATED,
                alerts(proof(new TriedTolerance("8/10", false, 5, Optional.empty()))),
                "PlaceCanary (PlaceCanary.java:",
                "by backtest, tolerance = \"8/10\" alerts nobody in an outage of 5 intervals");
    }

    @Test
    void a_tolerance_that_no_proof_has_tried_is_undecided_where_the_service_is_built_and_met_where_only_canaries_are() {
        is(
                Verdict.UNDECIDED,
                build.row(CanaryAlertsCheck.PRACTICE),
                "the tolerance \"3/5\" of PlaceCanary (",
                "was not backtested: this build holds no proof of it");
        is(Verdict.UNDECIDED, alerts(new ProofRecord.Stale(FILE, Instant.EPOCH)), "this build holds no proof of it");
        is(
                Verdict.UNDECIDED,
                alerts(new ProofRecord.Proven(FILE, report(CanaryOutcome.SUCCESS))),
                FILE + " was written by an earlier version");
        is(Verdict.MET, build("4/5").row(CanaryAlertsCheck.PRACTICE), "pages shop-team after 4/5");
    }

    @Test
    void a_tolerance_that_a_test_to_come_may_prove_hangs_on_the_run() {
        String proves = helper("class ProofTest { @Test void proves() { dev.andon.canary.CanaryProof.of(); } }");
        String proof = "package dev.andon.canary; public class CanaryProof { public static void of() {} }";

        is(
                Verdict.UNDECIDED,
                build.test("shop", proof, proves).stillRunning().row(CanaryAlertsCheck.PRACTICE),
                "has not been proven yet, so its tolerance was not backtested");
    }

    @Test
    void what_the_class_file_shows_to_be_wrong_needs_no_proof() {
        is(Verdict.VIOLATED, build("1/1").shop().row(CanaryAlertsCheck.PRACTICE), "pages on one failed run");
    }

    @Test
    void an_outage_within_the_stated_bounds_is_stated_also_where_it_touches_them() {
        is(
                Verdict.MET,
                outages(injected(
                        stated(FROM.minusMillis(90), FROM.plusMillis(20), TO.minusMillis(30), TO.plusMillis(80), 3))),
                "its record states the outage that its proof injected: POST /orders failed in all 3 probes");
        is(Verdict.MET, outages(injected(stated(FROM, FROM, TO, TO, 3))), SENTENCE.replace(".", ""));
        is(Verdict.MET, outages(injected(stated(FROM, FROM, TO, TO, 6))), "its record states");
    }

    @Test
    void an_outage_outside_of_one_stated_bound_is_violated() {
        String outside = "does not lie within what its record states: began ";
        is(
                Verdict.VIOLATED,
                outages(injected(stated(FROM.plusMillis(1), TO, FROM, TO, 3))),
                outside + "2026-01-02T03:04:05.101Z to 2026-01-02T03:04:05.900Z, ended ");
        is(Verdict.VIOLATED, outages(injected(stated(FROM, FROM.minusMillis(1), FROM, TO, 3))), outside);
        is(Verdict.VIOLATED, outages(injected(stated(FROM, FROM, TO.plusMillis(1), TO, 3))), outside);
        is(Verdict.VIOLATED, outages(injected(stated(FROM, FROM, FROM, TO.minusMillis(1), 3))), outside);
        is(Verdict.VIOLATED, outages(injected(stated(null, FROM, FROM, TO, 3))), "began at any time to ");
        is(Verdict.VIOLATED, outages(injected(stated(FROM, FROM, FROM, null, 3))), "to any time");
    }

    @Test
    void an_outage_that_is_not_stated_or_stated_as_several_or_too_short_is_violated() {
        StatedOutage within = stated(FROM, TO, FROM, TO, 3);
        is(Verdict.VIOLATED, outages(injected()), "states no outage, though 3 runs met an injected fault (refused)");
        is(Verdict.VIOLATED, outages(injected(within, within)), "states 2 outages, though one was injected");
        is(
                Verdict.VIOLATED,
                outages(injected(stated(FROM, TO, FROM, TO, 2))),
                "failed in 2 of 3 runs that met an injected fault (refused)");
    }

    @Test
    void an_outage_that_could_not_be_injected_is_undecided() {
        is(
                Verdict.UNDECIDED,
                outages(InjectedOutage.undecided("its runs take too long")),
                "no outage was injected into PlaceCanary (",
                "): its runs take too long");
        is(
                Verdict.UNDECIDED,
                build.proof(NAME, new ProofRecord.Proven(FILE, report(CanaryOutcome.SUCCESS)))
                        .row(CanaryOutagesStatedCheck.PRACTICE),
                FILE + ", holds no injected outage");
        is(
                Verdict.UNDECIDED,
                build.proof(NAME, new ProofRecord.Proven(FILE, report(CanaryOutcome.FAILURE)))
                        .row(CanaryOutagesStatedCheck.PRACTICE),
                "with no fault injected it ended as failure (no order)");
    }

    @Test
    void a_canary_without_proof_is_judged_as_by_the_other_practices_of_proofs() {
        is(
                Verdict.VIOLATED,
                build.row(CanaryOutagesStatedCheck.PRACTICE),
                "was never proven in this build, so no outage was stated from its record");
        assertThat(build("2/5").row(CanaryOutagesStatedCheck.PRACTICE).verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
