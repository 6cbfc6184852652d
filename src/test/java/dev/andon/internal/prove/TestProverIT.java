package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.prove.fixtures.Desks;
import dev.andon.internal.prove.fixtures.DesksTestCases;
import dev.andon.internal.prove.fixtures.HollowKindsTestCases;
import dev.andon.internal.prove.fixtures.HollowTestCases;
import dev.andon.internal.prove.fixtures.HonestTestCases;
import dev.andon.internal.prove.fixtures.Quotes;
import dev.andon.internal.prove.fixtures.Receipts;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves tests in a real JVM of its own. */
class TestProverIT {

    @TempDir
    Path output;

    @Test
    void tests_that_check_what_they_get_detect_every_fault_that_changes_something() {
        TestProof proof = Proofs.prove(output, Receipts.class, HonestTestCases.class);

        assertThat(proof.undecided()).isEmpty();
        assertThat(proof.leftOut()).isEmpty();
        assertThat(Proofs.verdicts(proof))
                .containsOnly(
                        entry("all CHANGED_VALUE", Verdict.DETECTED),
                        entry("all DOES_NOTHING", Verdict.DETECTED),
                        entry("all THROWS", Verdict.DETECTED),
                        entry("clear CHANGED_VALUE", Verdict.NOT_APPLICABLE),
                        entry("clear DOES_NOTHING", Verdict.DETECTED),
                        entry("clear THROWS", Verdict.DETECTED),
                        entry("count CHANGED_VALUE", Verdict.DETECTED),
                        // The tests only ever see 0.
                        entry("count DOES_NOTHING", Verdict.NOT_APPLICABLE),
                        entry("count THROWS", Verdict.DETECTED),
                        entry("find CHANGED_VALUE", Verdict.DETECTED),
                        entry("find DOES_NOTHING", Verdict.DETECTED),
                        entry("find THROWS", Verdict.DETECTED),
                        entry("isOpen CHANGED_VALUE", Verdict.DETECTED),
                        entry("isOpen DOES_NOTHING", Verdict.DETECTED),
                        entry("isOpen THROWS", Verdict.DETECTED),
                        entry("later CHANGED_VALUE", Verdict.DETECTED),
                        entry("later DOES_NOTHING", Verdict.DETECTED),
                        entry("later THROWS", Verdict.DETECTED),
                        entry("never CHANGED_VALUE", Verdict.NOT_REACHED),
                        entry("never DOES_NOTHING", Verdict.NOT_REACHED),
                        entry("never THROWS", Verdict.NOT_REACHED),
                        entry("refuse CHANGED_VALUE", Verdict.NOT_APPLICABLE),
                        entry("refuse DOES_NOTHING", Verdict.DETECTED),
                        entry("refuse THROWS", Verdict.NOT_APPLICABLE),
                        entry("write CHANGED_VALUE", Verdict.DETECTED),
                        entry("write DOES_NOTHING", Verdict.DETECTED),
                        entry("write THROWS", Verdict.DETECTED));
        assertThat(result(proof, "find CHANGED_VALUE"))
                .returns(HonestTestCases.class.getName() + "#writes_and_finds", MethodFaultResult::detectedBy)
                .returns(List.of(HonestTestCases.class.getName() + "#writes_and_finds"), MethodFaultResult::tests)
                .returns(
                        "id + 1, customer changed, total + 1, lines changed; lines less one element",
                        MethodFaultResult::change);
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void what_services_inherit_is_proven_for_each_of_them() {
        TestProof proof = Proofs.proveInherited(
                output,
                List.of(Desks.FrontDesk.class, Desks.BackDesk.class, Desks.NightDesk.class),
                DesksTestCases.class);

        assertThat(proof.faults())
                .filteredOn(fault -> fault.fault() == MethodFault.DOES_NOTHING)
                .extracting(fault -> fault.method().service(), MethodFaultResult::verdict)
                .containsExactly(
                        tuple(Desks.FrontDesk.class.getName(), Verdict.DETECTED),
                        tuple(Desks.BackDesk.class.getName(), Verdict.SURVIVED),
                        tuple(Desks.NightDesk.class.getName(), Verdict.NOT_REACHED));
    }

    /** Each kind of hollow test runs a method of its own. */
    @Test
    void every_kind_of_hollow_test_is_named_with_a_fault_that_survived() {
        TestProof proof = Proofs.prove(output, Quotes.class, HollowKindsTestCases.class);

        Set<String> survived = proof.faults().stream()
                .filter(fault -> fault.verdict() == Verdict.SURVIVED)
                .flatMap(fault -> fault.tests().stream())
                .map(test -> test.substring(test.indexOf('#') + 1))
                .collect(Collectors.toSet());
        List<String> hollow = Arrays.stream(HollowKindsTestCases.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .toList();
        assertThat(proof.undecided()).isEmpty();
        assertThat(proof.leftOut()).isEmpty();
        assertThat(hollow).hasSizeGreaterThan(32);
        assertThat(survived).containsExactlyInAnyOrderElementsOf(hollow);
    }

    @Test
    void hollow_tests_detect_nothing_but_what_throws() {
        TestProof proof = Proofs.prove(output, Receipts.class, HollowTestCases.class);

        assertThat(Proofs.verdicts(proof))
                .contains(
                        entry("write DOES_NOTHING", Verdict.SURVIVED),
                        entry("write CHANGED_VALUE", Verdict.SURVIVED),
                        entry("find DOES_NOTHING", Verdict.SURVIVED),
                        entry("find CHANGED_VALUE", Verdict.SURVIVED),
                        entry("all DOES_NOTHING", Verdict.SURVIVED),
                        entry("all CHANGED_VALUE", Verdict.SURVIVED),
                        entry("count THROWS", Verdict.NOT_REACHED));
        assertThat(result(proof, "find DOES_NOTHING").tests())
                .containsExactly(HollowTestCases.class.getName() + "#finds");
    }

    private static MethodFaultResult result(TestProof proof, String name) {
        return proof.faults().stream()
                .filter(fault -> name.equals(
                        fault.method().method() + " " + fault.fault().name()))
                .findFirst()
                .orElseThrow();
    }
}
