package dev.andon.internal.tell;

import dev.andon.Practices;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.judge.Report;
import dev.andon.internal.judge.SurvivedFault;
import dev.andon.internal.text.ClassNames;
import dev.andon.internal.text.FirstFew;
import dev.andon.internal.text.MarkdownText;
import dev.andon.internal.text.Plural;
import java.util.ArrayList;
import java.util.List;

/** Says of each fault that survived in a service where it was, and which tests stayed green. */
final class SurvivedFaults {
    /** The practice that fails for them. */
    static final String PRACTICE = Practices.TESTS_DETECT_FAILURE;

    private static final int ROWS = 20;
    private static final int TESTS = 3;

    private SurvivedFaults() {}

    /** Returns a sentence about one. */
    static String sentence(MethodFaultResult fault) {
        return fault.method().named() + " " + fault.did() + ", and "
                + Plural.count(fault.tests().size(), "test") + " stayed green: " + tests(fault);
    }

    /** Returns the lines of a table in Markdown; none where nothing survived but what is accepted for a while. */
    static List<String> table(Report report) {
        List<SurvivedFault> survived = SurvivedFault.in(report).stream()
                .filter(fault -> !fault.isAccepted())
                .toList();
        if (survived.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(
                List.of("", "### Faults that survived", "", "| method | fault | green |", "|---|---|---|"));
        survived.stream().limit(ROWS).forEach(one -> lines.add(row(report, one.fault())));
        if (survived.size() > ROWS) {
            lines.add("");
            lines.add("and " + (survived.size() - ROWS) + " more, in `index.html`");
        }
        return lines;
    }

    private static String row(Report report, MethodFaultResult fault) {
        FaultedMethod method = fault.method();
        String place = Places.of(report, fault).stream()
                .findFirst()
                .map(Object::toString)
                .orElse(method.place());
        return "| " + MarkdownText.line(method.named()) + " "
                + MarkdownText.code(place) + " | " + MarkdownText.line(fault.did()) + " | "
                + MarkdownText.line(tests(fault)) + " |";
    }

    private static String tests(MethodFaultResult fault) {
        return FirstFew.of(
                fault.tests().stream()
                        .map(test -> ClassNames.simple(test).replace('#', '.'))
                        .toList(),
                TESTS);
    }
}
