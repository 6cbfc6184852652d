package dev.andon.internal.tell;

import dev.andon.Verdict;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;

/** The signs of verdicts, each of a shape of its own. */
final class Signs {
    private Signs() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case MET -> "✓";
            case VIOLATED -> "✗";
            case UNDECIDED -> "?";
            case WAIVED -> "W";
            case BASELINED -> "B";
            case EXEMPT -> "E";
            case NOT_APPLICABLE -> "–";
        };
    }

    static String of(FaultVerdict verdict) {
        return switch (verdict) {
            case DETECTED -> "✓";
            case SURVIVED -> "✗";
            case COVERED -> "≈";
            case UNDECIDED -> "?";
            case WAIVED -> "W";
            case NOT_APPLICABLE -> "–";
        };
    }

    static String of(MethodFaultResult.Verdict verdict) {
        return switch (verdict) {
            case DETECTED -> "✓";
            case SURVIVED -> "✗";
            case NOT_REACHED -> "∅";
            case UNDECIDED, NOT_TRIED -> "?";
            case NOT_APPLICABLE -> "–";
        };
    }
}
