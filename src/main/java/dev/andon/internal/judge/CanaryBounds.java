package dev.andon.internal.judge;

import dev.andon.internal.canary.spec.Durations;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.formats.CanaryDeclaration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether a canary's runs end before the next begins, and end by themselves: {@code canary-bounded}. One that
 * ends its JVM takes the record of its own run along.
 */
final class CanaryBounds {
    private CanaryBounds() {}

    static Optional<CanaryFault> fault(CanaryClass canary, CanaryCode code) {
        CanaryDeclaration written = canary.written();
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
        String attributes = faults.isEmpty()
                ? ""
                : "@Canary on " + ServiceLabels.simple(canary.name()) + " (" + canary.location() + "): "
                        + String.join("; ", faults);
        List<String> all = new ArrayList<>();
        if (!attributes.isEmpty()) {
            all.add(attributes);
        }
        code.exits().forEach(exit -> all.add(exit.what() + " (" + exit.location() + ") ends the JVM that runs it"));
        return all.isEmpty() ? Optional.empty() : Optional.of(new CanaryFault(String.join("; ", all), fix(faults)));
    }

    private static String fix(List<String> faults) {
        return faults.isEmpty()
                ? "let it fail with an assertion, or return"
                : "give it an interval and a shorter timeout, for example @Canary(every = \"1m\", timeout = \"10s\", "
                        + "degradedAfter = \"2s\")";
    }

    private static Optional<Duration> required(String attribute, String text, List<String> faults) {
        if (text.isBlank()) {
            faults.add("no " + attribute);
            return Optional.empty();
        }
        Optional<Duration> duration = Durations.parse(text);
        if (duration.isEmpty()) {
            faults.add(attribute + " = \"" + text + "\" is no duration");
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
