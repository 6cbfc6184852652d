package dev.andon.internal.evidence.ledger;

import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.formats.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which methods the cases of one class ran: by their names, and where these are for display alone, by what is left. */
final class ReportedMethods {

    private static final Pattern METHOD = Pattern.compile(
            "(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)\\s*(?:[(\\[{].*)?", Pattern.DOTALL);

    private ReportedMethods() {}

    /** Returns the runs of one class, a nested one included. */
    static List<TestRun> runs(String className, Collection<ReportFile.Case> cases, ReportNames names) {
        List<TestRun> runs = new ArrayList<>();
        List<ReportFile.Case> unknown = new ArrayList<>();
        Set<String> left = new TreeSet<>(names.methodsIn(className));
        for (ReportFile.Case each : cases) {
            if (each.ofClass()) {
                continue;
            }
            Optional<String> method = names.methodOf(className, each.name());
            if (method.isPresent()) {
                left.remove(method.get());
                runs.add(run(className, method.get(), each));
            } else {
                unknown.add(each);
            }
        }
        if (accountFor(unknown, left)) {
            for (String method : left) {
                unknown.forEach(each -> runs.add(run(className, method, each)));
            }
        } else {
            unknown.forEach(each -> runs.add(run(className, methodOf(each.name()), each)));
        }
        return runs;
    }

    /**
     * Returns whether the cases of unknown names are those of the methods that are left, although not which is whose: they
     * are as many, or as many first invocations, and all ended alike.
     */
    private static boolean accountFor(List<ReportFile.Case> unknown, Set<String> left) {
        if (unknown.isEmpty() || left.isEmpty()) {
            return false;
        }
        Outcome outcome = unknown.get(0).outcome();
        long firsts =
                unknown.stream().filter(each -> each.name().contains("[1]")).count();
        return left.size() == 1
                || (unknown.stream().allMatch(each -> each.outcome() == outcome)
                        && (unknown.size() == left.size() || firsts == left.size()));
    }

    private static TestRun run(String className, String method, ReportFile.Case of) {
        return new TestRun("", className, method, of.outcome(), of.flaky(), of.millis(), List.of());
    }

    // "adds", "adds()", "adds(int)[1]", "adds{int}[1]", "adds(int) [1] 2": all of the method adds. Others are display
    // names.
    private static String methodOf(String name) {
        Matcher matcher = METHOD.matcher(name);
        return matcher.matches() ? matcher.group(1) : name;
    }
}
