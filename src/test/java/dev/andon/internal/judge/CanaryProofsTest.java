package dev.andon.internal.judge;

import static dev.andon.internal.judge.CanaryBuild.canary;
import static dev.andon.internal.judge.CanaryBuild.good;
import static dev.andon.internal.judge.CanaryBuild.helper;
import static dev.andon.internal.judge.CanaryBuild.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.Fault;
import dev.andon.internal.evidence.ProofRecord;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryProofsTest {
    private static final String NAME = "com.acme.canaries.PlaceCanary";
    private static final String FILE = "target/andon/proofs/" + NAME + ".json";

    @TempDir
    Path temp;

    private CanaryBuild build;

    @BeforeEach
    void shop() {
        build = CanaryBuild.in(temp).shop().main("canaries", good("PlaceCanary"));
    }

    private static List<FaultResult> tried(UnaryOperator<FaultResult> change) {
        return Arrays.stream(Fault.values())
                .map(fault -> change.apply(new FaultResult(fault, FaultVerdict.DETECTED, "POST /orders", "")))
                .toList();
    }

    private static UnaryOperator<FaultResult> one(Fault fault, FaultVerdict verdict, String reason) {
        return tried ->
                tried.fault() == fault ? new FaultResult(tried.fault(), verdict, tried.request(), reason) : tried;
    }

    private static ProofRecord proof(CanaryOutcome controlRun, List<String> anonymous, List<FaultResult> faults) {
        return proven(
                controlRun,
                controlRun == CanaryOutcome.FAILURE ? "no order" : "",
                true,
                List.of("POST /orders"),
                anonymous,
                faults);
    }

    private static ProofRecord proven(
            CanaryOutcome controlRun,
            String reason,
            boolean asked,
            List<String> requests,
            List<String> anonymous,
            List<FaultResult> faults) {
        return new ProofRecord.Proven(
                FILE,
                new ProofReport(
                        NAME,
                        "place",
                        "place an order",
                        "POST /orders",
                        Instant.EPOCH,
                        controlRun,
                        reason,
                        asked,
                        requests,
                        anonymous,
                        List.of(),
                        "",
                        "",
                        "",
                        faults));
    }

    private PracticeResult detects(List<FaultResult> faults) {
        return build.proof(NAME, proof(CanaryOutcome.SUCCESS, List.of(), faults))
                .row(CanaryDetectsFailureCheck.PRACTICE);
    }

    private static void violated(PracticeResult row, String... words) {
        assertThat(row.verdict()).describedAs(row.found()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("PlaceCanary (PlaceCanary.java:").contains(words);
        assertThat(row.fix()).isNotEmpty();
    }

    @Test
    void a_canary_that_turned_red_under_every_fault_detects_failure() {
        PracticeResult row = detects(tried(fault -> fault));

        assertThat(row.verdict()).isEqualTo(Verdict.MET);
        assertThat(row.found()).isEqualTo("failed under 23 injected faults");
        assertThat(detects(tried(one(Fault.STALE, FaultVerdict.NOT_APPLICABLE, "")))
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(detects(tried(one(Fault.STALE, FaultVerdict.WAIVED, "it reads nothing back")))
                        .found())
                .isEqualTo("failed under 22 injected faults, 1 waived");
    }

    @Test
    void each_fault_that_it_survives_is_named_with_the_exchange() {
        violated(
                detects(tried(one(Fault.CHANGED_VALUE, FaultVerdict.SURVIVED, ""))),
                "stays green when the service changes values in the response at POST /orders");
        violated(
                detects(tried(one(Fault.RESET, FaultVerdict.SURVIVED, "")
                        .andThen(one(Fault.SLOW, FaultVerdict.SURVIVED, "ended as success"))::apply)),
                "resets the connection at POST /orders, answers later than the timeout at POST /orders (ended as "
                        + "success)");
    }

    @Test
    void however_much_it_survives_is_told_in_a_short_sentence() {
        List<FaultResult> survived = Collections.nCopies(9, "GET /orders/1234/lines").stream()
                .flatMap(request -> tried(fault -> new FaultResult(
                                fault.fault(),
                                FaultVerdict.SURVIVED,
                                request,
                                fault.fault() == Fault.STATUS_500 ? "why ".repeat(99) : "it stays green"))
                        .stream())
                .toList();
        PracticeResult row = detects(survived);

        violated(
                row,
                "answers 500 at GET /orders/1234/lines, GET /orders/1234/lines and 7 more (why why ",
                "…), answers 502",
                "and 20 more");
        assertThat(row.found()).doesNotContain("it stays green").hasSizeLessThan(500);
    }

    @Test
    void a_proof_that_leaves_faults_out_or_detects_none_is_no_proof() {
        List<FaultResult> some = new ArrayList<>(tried(fault -> fault));
        some.removeIf(fault -> fault.fault() == Fault.SLOW);
        violated(detects(some), "was not tried with slow (" + FILE + ")");
        violated(detects(List.of()), "was not tried with status-500, status-502");
        violated(
                detects(tried(
                        fault -> new FaultResult(fault.fault(), FaultVerdict.NOT_APPLICABLE, fault.request(), ""))),
                "detected no fault at all");
    }

    @Test
    void a_problem_of_the_proof_is_a_violation_and_a_red_control_run_leaves_it_undecided() {
        ProofReport.Problem problem = new ProofReport.Problem("other-operation", "only sends GET /vets", "name it");
        violated(
                build.proof(NAME, proven(List.of(problem), "", tried(fault -> fault)))
                        .row(CanaryDetectsFailureCheck.PRACTICE),
                "only sends GET /vets");
        PracticeResult undecided = build.proof(
                        NAME,
                        proven(
                                List.of(),
                                "a rate limit",
                                tried(one(Fault.SLOW, FaultVerdict.UNDECIDED, "a rate limit"))))
                .row(CanaryDetectsFailureCheck.PRACTICE);
        assertThat(undecided.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(undecided.found()).contains("a rate limit");
    }

    private static ProofRecord proven(List<ProofReport.Problem> problems, String undecided, List<FaultResult> faults) {
        return new ProofRecord.Proven(
                FILE,
                new ProofReport(
                        NAME,
                        "place",
                        "place an order",
                        "POST /orders",
                        Instant.EPOCH,
                        CanaryOutcome.SUCCESS,
                        "",
                        true,
                        List.of("POST /orders"),
                        List.of(),
                        problems,
                        undecided,
                        "",
                        "",
                        faults));
    }

    @Test
    void a_canary_that_is_red_with_no_fault_injected_detects_nothing_and_a_slow_one_does() {
        violated(
                build.proof(NAME, proof(CanaryOutcome.FAILURE, List.of(), tried(fault -> fault)))
                        .row(CanaryDetectsFailureCheck.PRACTICE),
                "fails against a healthy service: with no fault injected it ended as failure (no order)");
        assertThat(build.proof(NAME, proof(CanaryOutcome.DEGRADED, List.of(), tried(fault -> fault)))
                        .row(CanaryDetectsFailureCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void what_was_never_proven_is_violated_with_the_proof_to_write() {
        PracticeResult row = build.row(CanaryDetectsFailureCheck.PRACTICE);

        violated(row, "was never proven in this build");
        assertThat(row.fix()).contains("@TestFactory", "CanaryProof.of(PlaceCanary.class).against(uri).tests()");
        violated(build.row(CanaryIdentifiedCheck.PRACTICE), "so its requests were never seen");
    }

    @Test
    void what_a_test_to_come_may_prove_is_undecided_and_other_tests_to_come_do_not_matter() {
        String proves = helper("class ProofTest { @Test void proves() { dev.andon.canary.CanaryProof.of(); } }");
        String wing = "package dev.andon.canary; public class CanaryProof { public static void of() {} }";
        CanaryBuild proven = CanaryBuild.in(temp.resolve("proven"))
                .shop()
                .main("canaries", good("PlaceCanary"))
                .test("shop", wing, proves)
                .stillRunning();
        CanaryBuild other = CanaryBuild.in(temp.resolve("other"))
                .shop()
                .main("canaries", good("PlaceCanary"))
                .test("shop", helper("class OtherTest { @Test void works() {} }"))
                .stillRunning();

        assertThat(proven.row(CanaryDetectsFailureCheck.PRACTICE).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(proven.judge(CanaryDetectsFailureCheck.PRACTICE).codebase())
                .singleElement()
                .satisfies(row -> assertThat(row.found()).contains("run incomplete", "ProofTest"));
        violated(other.row(CanaryDetectsFailureCheck.PRACTICE), "was never proven");
        violated(proven.ran("com.acme.canaries.ProofTest").row(CanaryDetectsFailureCheck.PRACTICE), "was never proven");
    }

    @Test
    void a_proof_of_an_earlier_build_is_none() {
        violated(
                build.proof(NAME, new ProofRecord.Stale(FILE, Instant.parse("2026-11-22T15:00:00Z")))
                        .row(CanaryDetectsFailureCheck.PRACTICE),
                "was never proven in this build; the proof of 2026-11-22T15:00:00Z in " + FILE + " is of an earlier");
    }

    @Test
    void a_damaged_proof_is_a_violation_that_names_the_file() {
        PracticeResult row = build.proof(NAME, new ProofRecord.Unreadable(FILE, "\"at\" is no text"))
                .row(CanaryDetectsFailureCheck.PRACTICE);

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).isEqualTo("its proof " + FILE + " cannot be read: \"at\" is no text");
    }

    @Test
    void a_module_of_canaries_alone_leaves_the_proof_to_the_service() {
        PracticeResult row = CanaryBuild.in(temp.resolve("alone"))
                .main("canaries", good("PlaceCanary"))
                .row(CanaryDetectsFailureCheck.PRACTICE);

        assertThat(row.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(row.found()).isEqualTo("proven by the service's build");
    }

    @Test
    void a_canary_without_http_cannot_be_proven_by_faults_and_says_so() {
        CanaryBuild other = withoutRoute().proof(NAME, askingNothing(true));

        assertThat(other.row(CanaryDetectsFailureCheck.PRACTICE).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(other.row(CanaryDetectsFailureCheck.PRACTICE).fix()).contains(".provenBy(PlaceCanary.class, ");
        assertThat(other.row(CanaryIdentifiedCheck.PRACTICE).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private CanaryBuild withoutRoute() {
        return CanaryBuild.in(temp.resolve("other"))
                .shop()
                .main("canaries", canary("PlaceCanary", "operation = \"place an order\"", test("assertEquals(1, 1);")));
    }

    @Test
    void a_canary_that_asks_for_no_address_goes_where_its_code_says_whatever_it_is_for() {
        CanaryBuild other = withoutRoute().proof(NAME, askingNothing(false));

        violated(
                other.row(CanaryDetectsFailureCheck.PRACTICE),
                ") never contacted its target, so it would stay green whatever the service does");
        violated(other.row(CanaryIdentifiedCheck.PRACTICE), "never contacted its target");
        assertThat(other.row(CanaryDetectsFailureCheck.PRACTICE).fix())
                .contains("CanaryClient", "CanaryTarget.uri()")
                .doesNotContain("waive");
    }

    private static ProofRecord askingNothing(boolean asked) {
        return withoutHttp(
                asked,
                tried(fault -> new FaultResult(fault.fault(), FaultVerdict.NOT_APPLICABLE, "", "no request was seen")));
    }

    private static ProofRecord withoutHttp(List<FaultResult> faults) {
        return withoutHttp(true, faults);
    }

    private static ProofRecord withoutHttp(boolean asked, List<FaultResult> faults) {
        return proven(CanaryOutcome.SUCCESS, "", asked, List.of(), List.of(), faults);
    }

    @Test
    void a_canary_whose_connection_alone_could_be_faulted_needs_a_test_of_its_author() {
        List<FaultResult> ofConnection =
                tried(fault -> Set.of(Fault.RESET, Fault.SLOW).contains(fault.fault())
                        ? fault
                        : new FaultResult(fault.fault(), FaultVerdict.NOT_APPLICABLE, "", ""));
        PracticeResult row = build.proof(NAME, withoutHttp(ofConnection)).row(CanaryDetectsFailureCheck.PRACTICE);

        assertThat(row.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(row.found()).startsWith("no fault can be injected into what PlaceCanary");
        assertThat(build.row(CanaryIdentifiedCheck.PRACTICE).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        violated(
                build.proof(
                                NAME,
                                withoutHttp(ofConnection.stream()
                                        .map(one(Fault.SLOW, FaultVerdict.SURVIVED, "it stays green"))
                                        .toList()))
                        .row(CanaryDetectsFailureCheck.PRACTICE),
                "stays green when the service answers later than the timeout");
    }

    @Test
    void a_canary_that_is_for_a_route_and_never_asks_its_target_is_no_canary() {
        build.proof(NAME, askingNothing(true));

        violated(
                build.row(CanaryDetectsFailureCheck.PRACTICE),
                "is for POST /orders and never contacted its target, so it would stay green whatever the service does");
        violated(build.row(CanaryIdentifiedCheck.PRACTICE), "never contacted its target");
        assertThat(build.row(CanaryDetectsFailureCheck.PRACTICE).fix())
                .contains("CanaryClient", "CanaryTarget.uri()")
                .doesNotContain("waive");
    }

    @Test
    void a_canary_says_who_it_is_in_every_request() {
        PracticeResult row = build.proof(NAME, proof(CanaryOutcome.SUCCESS, List.of(), tried(fault -> fault)))
                .row(CanaryIdentifiedCheck.PRACTICE);
        assertThat(row.verdict()).isEqualTo(Verdict.MET);
        assertThat(row.found()).isEqualTo("identified itself in the 1 request seen on the wire");

        violated(
                build.proof(
                                NAME,
                                proof(
                                        CanaryOutcome.SUCCESS,
                                        List.of("GET /orders/17: no traceparent"),
                                        tried(fault -> fault)))
                        .row(CanaryIdentifiedCheck.PRACTICE),
                "does not identify itself, as seen on the wire: GET /orders/17: no traceparent");
    }

    @Test
    void requests_that_were_not_all_seen_are_undecided() {
        assertThat(build.proof(NAME, proof(CanaryOutcome.FAILURE, List.of(), List.of()))
                        .row(CanaryIdentifiedCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }
}
