package dev.andon.internal.tell;

import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.text.ClassNames;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code index.html} shows of the faults that were injected into services. */
final class TestProofTables {
    private TestProofTables() {}

    static List<ReportPage.TestProofTable> of(List<TestProof> proofs) {
        return proofs.stream().map(TestProofTables::table).toList();
    }

    private static ReportPage.TestProofTable table(TestProof proof) {
        return new ReportPage.TestProofTable(
                proof.kind().text(),
                summary(proof),
                Stream.of(MethodFault.values()).map(MethodFault::id).toList(),
                proof.faults().stream()
                        .map(MethodFaultResult::method)
                        .distinct()
                        .map(method -> row(method, proof))
                        .toList(),
                proof.leftOut().stream()
                        .map(left -> ClassNames.simple(left.test()) + " is left out: it " + left.reason())
                        .toList());
    }

    /** How many faults have each verdict, and how long the proof took. */
    static String summary(TestProof proof) {
        if (!proof.undecided().isEmpty()) {
            return "Nothing could be proven: " + proof.undecided() + ".";
        }
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        proof.faults().forEach(fault -> counts.merge(fault.verdict(), 1L, Long::sum));
        String shard = proof.shard().total() == 1 ? "" : " Part " + proof.shard() + " of the faults.";
        return counts.entrySet().stream()
                        .map(count ->
                                count.getValue() + " " + count.getKey().id().replace('-', ' '))
                        .collect(Collectors.joining(", "))
                + "." + shard;
    }

    private static ReportPage.ProofRow row(FaultedMethod method, TestProof proof) {
        return new ReportPage.ProofRow(
                method.named() + " (" + method.place() + ")",
                Stream.of(MethodFault.values())
                        .map(fault -> proof.faults().stream()
                                .filter(one ->
                                        one.fault() == fault && one.method().equals(method))
                                .findFirst()
                                .map(TestProofTables::cell)
                                .orElse(new ReportPage.Cell("", "", "", "")))
                        .toList());
    }

    private static ReportPage.Cell cell(MethodFaultResult result) {
        String why = Stream.of(
                        result.detectedBy().isEmpty() ? "" : "detected by " + result.detectedBy(),
                        result.reason(),
                        result.verdict() == Verdict.SURVIVED
                                ? "stayed green: " + String.join(", ", result.tests())
                                : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return new ReportPage.Cell(why, result.verdict().id(), Signs.of(result.verdict()), "");
    }
}
