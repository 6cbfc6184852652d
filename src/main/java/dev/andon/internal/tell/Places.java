package dev.andon.internal.tell;

import dev.andon.PracticeResult;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.judge.Report;
import dev.andon.internal.judge.ReportDetails.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says where in the sources a result is to be shown. */
final class Places {
    private Places() {}

    /** Returns the tests that the result names, then the class that it is about, as far as their files are known. */
    static List<Source> of(Report report, String subject, PracticeResult result) {
        Map<String, Source> sources = report.details().sources();
        return Stream.concat(
                        result.tests().stream().flatMap(test -> test(sources, test).stream()),
                        Optional.ofNullable(sources.get(subject)).stream())
                .distinct()
                .toList();
    }

    /** Returns the method of the service, then the tests that ran it, as far as their files are known. */
    static List<Source> of(Report report, MethodFaultResult fault) {
        Map<String, Source> sources = report.details().sources();
        return Stream.concat(
                        method(sources, fault.method()).stream(),
                        fault.tests().stream().flatMap(test -> test(sources, test.replace('#', '.')).stream()))
                .distinct()
                .toList();
    }

    /** The line is of the class that declares the method, which may be another than the service. */
    private static Optional<Source> method(Map<String, Source> sources, FaultedMethod method) {
        return Optional.ofNullable(sources.get(method.service()))
                .map(service -> method.line() > 0 && isIn(service, method.sourceFile())
                        ? new Source(service.path(), method.line())
                        : service);
    }

    private static boolean isIn(Source source, String file) {
        return source.path().substring(source.path().lastIndexOf('/') + 1).equals(file);
    }

    /** A test is {@code Class} or {@code Class.method}; where the method has no place, that of its class counts. */
    private static Optional<Source> test(Map<String, Source> sources, String test) {
        return Optional.ofNullable(sources.get(test))
                .or(() -> Optional.ofNullable(sources.get(test.substring(0, Math.max(0, test.lastIndexOf('.'))))));
    }
}
