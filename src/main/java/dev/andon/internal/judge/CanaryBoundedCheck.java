package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.require.Practice;
import dev.andon.internal.text.ClassNames;
import dev.andon.internal.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether a canary's run ends before the next one begins, and without ending the JVM: a canary that ends its JVM
 * loses the record of its own run.
 */
public final class CanaryBoundedCheck extends CanaryCodeCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.OPERABLE, Practice.Scope.CANARY, "canary-bounded");

    static final FindingTemplate BOUNDED =
            new FindingTemplate("bounded", "every {every}, timeout {timeout} ({location})");
    static final FindingTemplate WRONG_ATTRIBUTES = new FindingTemplate(
            "wrong-attributes",
            "@Canary on {canary} ({location}): {faults}",
            "give it an interval and a shorter timeout, for example @Canary(every = \"1m\", timeout = \"10s\", "
                    + "degradedAfter = \"2s\")");
    static final FindingTemplate ENDS_THE_JVM = new FindingTemplate(
            "ends-the-jvm",
            "{call} ({location}) ends the JVM that runs it",
            "let it fail with an assertion, or return");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Finding> faults(CanaryClass canary, CanaryCode code, Assertions assertions) {
        List<Finding> faults = new ArrayList<>();
        List<String> attributes = attributes(canary.written());
        if (!attributes.isEmpty()) {
            faults.add(WRONG_ATTRIBUTES.with(
                    "canary",
                    ClassNames.simple(canary.name()),
                    "location",
                    canary.location(),
                    "faults",
                    String.join("; ", attributes)));
        }
        code.exits()
                .forEach(exit -> faults.add(ENDS_THE_JVM
                        .with("call", exit.what(), "location", exit.location())
                        .identifiedBy(exit.what())));
        return faults;
    }

    @Override
    Finding good(CanaryClass canary, CanaryCode code) {
        return BOUNDED.with(
                "every",
                canary.written().every(),
                "timeout",
                canary.written().timeout(),
                "location",
                canary.location());
    }

    private static List<String> attributes(CanaryDeclaration written) {
        List<String> faults = new ArrayList<>();
        Optional<Duration> every = required("every", written.every(), faults);
        Optional<Duration> timeout = required("timeout", written.timeout(), faults);
        Optional<Duration> degraded = written.degradedAfter().isBlank()
                ? Optional.empty()
                : required("degradedAfter", written.degradedAfter(), faults);
        less("timeout", timeout, "every", every, faults);
        less("degradedAfter", degraded, "timeout", timeout, faults);
        if (written.retries() < 0 || written.retries() > 1) {
            faults.add("retries = " + written.retries() + ", where 0 or 1 is allowed");
        }
        return faults;
    }

    private static Optional<Duration> required(String attribute, String text, List<String> faults) {
        if (text.isBlank()) {
            faults.add("no " + attribute);
            return Optional.empty();
        }
        Optional<Duration> duration = Durations.parse(text);
        if (duration.isEmpty()) {
            faults.add(attribute + " = \"" + text + "\" is not a duration");
        }
        return duration;
    }

    private static void less(
            String shorter, Optional<Duration> one, String longer, Optional<Duration> other, List<String> faults) {
        if (one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) >= 0) {
            faults.add(shorter + " = " + Durations.text(one.get()) + " is not less than " + longer + " = "
                    + Durations.text(other.get()));
        }
    }
}
