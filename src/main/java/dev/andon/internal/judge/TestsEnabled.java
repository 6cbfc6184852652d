package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges whether a disabled test gives a reason and a ticket or date, and the date is not past: {@code tests-enabled}. A
 * test that depends on its environment is not a disabled one.
 */
final class TestsEnabled {
    private static final String ID = Practice.TESTS_ENABLED.id();
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
    private static final Pattern TICKET =
            Pattern.compile("\\b[A-Z][A-Z0-9_]*-\\d+\\b|(?<![\\w#])#\\d+\\b|https?://\\S+");

    private final Known known;
    private final LocalDate today;

    TestsEnabled(Known known, LocalDate today) {
        this.known = known;
        this.today = today;
    }

    PracticeResult judge(Service service) {
        return judge(known.testClassesOf(service));
    }

    /** Judges the tests that have nothing to do with any service. */
    PracticeResult judgeUnbound(Collection<TestClass> unbound) {
        return judge(unbound);
    }

    private PracticeResult judge(Collection<TestClass> testClasses) {
        List<TestMethod> methods = testClasses.stream()
                .flatMap(testClass -> testClass.methods().stream())
                .toList();
        if (methods.isEmpty()) {
            return new PracticeResult(
                    ID, Verdict.NOT_APPLICABLE, Evidence.NONE, List.of(), "no test has to do with it", "");
        }
        List<String> tests = new ArrayList<>();
        Set<String> faults = new LinkedHashSet<>();
        for (TestMethod method : methods) {
            TestMethod.Disabled disabled = method.disabled();
            if (disabled != null && !disabled.conditional()) {
                fault(disabled).ifPresent(fault -> {
                    tests.add(Methods.name(method));
                    faults.add(Methods.simpleName(method) + " (@" + disabled.annotation() + " at " + disabled.location()
                            + ") " + fault);
                });
            }
        }
        if (faults.isEmpty()) {
            return new PracticeResult(
                    ID, Verdict.MET, Evidence.NONE, List.of(), "no test is disabled without a reason that holds", "");
        }
        return new PracticeResult(
                ID,
                Verdict.VIOLATED,
                Evidence.NONE,
                tests,
                String.join("; ", faults),
                "enable it, or write why and until when, with a ticket or a date to come: "
                        + "@Disabled(\"SHOP-123: until the new tax table is in\")");
    }

    private Optional<String> fault(TestMethod.Disabled disabled) {
        String reason = disabled.reason();
        if (reason.isBlank()) {
            return Optional.of("is disabled without a reason");
        }
        Matcher date = DATE.matcher(reason);
        boolean dated = false;
        while (date.find()) {
            try {
                LocalDate until = LocalDate.parse(date.group());
                dated = true;
                if (until.isBefore(today)) {
                    return Optional.of("is disabled until " + until + ", which is past");
                }
            } catch (DateTimeParseException noDate) {
                return Optional.of("is disabled until " + date.group() + ", which is not a date");
            }
        }
        return dated || TICKET.matcher(reason).find()
                ? Optional.empty()
                : Optional.of("gives neither a ticket nor a date: \"" + reason + "\"");
    }
}
