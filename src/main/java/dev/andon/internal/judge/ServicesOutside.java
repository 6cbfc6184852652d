package dev.andon.internal.judge;

import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.JudgedScope;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Optional;

/** Reports the services that lie in the module of the readiness class and outside of the packages that it judges. */
final class ServicesOutside {
    static final String ID = "packages";

    static final FindingTemplate OUTSIDE = new FindingTemplate(
            "services-outside",
            "{count:service} of this module {count?is:are} outside of the judged packages, so nothing is checked for "
                    + "{count?it:them}: {services|10}",
            "name the packages too, @OperationalReadiness(packages = {packages}), or leave the services out on purpose: "
                    + "@OperationalReadiness(excludeServices = …)");

    private ServicesOutside() {}

    static Optional<Result> check(JudgedScope scope) {
        List<Service> outside = scope.outside();
        return outside.isEmpty()
                ? Optional.empty()
                : Optional.of(Result.violated(OUTSIDE.with(
                        "count",
                        outside.size(),
                        "services",
                        outside.stream()
                                .map(service -> service.name() + " (" + service.reason() + ")")
                                .toList(),
                        "packages",
                        outside.stream()
                                .map(service -> "\"" + ClassNames.packageOf(service.name()) + "\"")
                                .distinct()
                                .toList())));
    }

    /** Returns a note on the services that are left out on purpose. */
    static Optional<String> note(JudgedScope scope) {
        return scope.excluded().isEmpty()
                ? Optional.empty()
                : Optional.of("left out by excludeServices, so nothing is checked for them: "
                        + String.join(", ", scope.excluded()));
    }
}
