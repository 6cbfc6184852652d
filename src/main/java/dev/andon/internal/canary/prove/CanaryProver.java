package dev.andon.internal.canary.prove;

import dev.andon.Canary;
import dev.andon.canary.Fault;
import dev.andon.canary.WaiveFault;
import dev.andon.internal.canary.prove.StaleResponses.Given;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.Durations;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Proves one canary against a healthy service: undisturbed it must be green, and under each fault red. Each exchange is
 * struck alone, so that a check that is missing is not made up for by the check before it.
 */
public final class CanaryProver {
    private static final String READS_THE_SAME =
            "it reads the same in every run, so that an old answer passes for a new one: write something new in each run";
    private static final String READS_ITS_OWN =
            "it reads its own back at an address that nobody knows before it writes, and what else it reads need not tell";
    private static final Duration SHORTEST = Duration.ofMillis(300);

    private final Class<?> canary;
    private final URI service;
    private final Map<String, String> parameters;
    private final List<WaiveFault> waivers;

    /**
     * Prepares a proof.
     *
     * @param parameters further configuration parameters, such as credentials
     * @throws CanaryConfigurationException if the class is no canary, or waives a fault without a reason
     */
    public CanaryProver(Class<?> canary, URI service, Map<String, String> parameters) {
        this.canary = canary;
        this.service = service;
        this.parameters = Map.copyOf(parameters);
        this.waivers = AnnotationSupport.findRepeatableAnnotations(canary, WaiveFault.class);
        if (AnnotationSupport.findAnnotation(canary, Canary.class).isEmpty()) {
            throw new CanaryConfigurationException(canary.getName() + " is no canary: annotate it with @Canary");
        }
        for (WaiveFault waiver : waivers) {
            if (waiver.reason().isBlank()) {
                throw new CanaryConfigurationException("@WaiveFault(reason = \"\") on " + canary.getName()
                        + ": say why " + waiver.value().id() + " does not apply");
            }
        }
    }

    /** Returns what the canary does undisturbed, run twice. */
    ControlRun undisturbed() throws IOException {
        try (FaultProxy proxy = new FaultProxy(service)) {
            proxy.begin(Optional.empty());
            run(proxy, Map.of());
            List<RecordedRequest> first = proxy.exchanges();
            proxy.begin(Optional.empty());
            NestedRun.Result result = run(proxy, Map.of());
            return ControlRun.of(
                    proxy.trouble()
                            .filter(why -> !result.healthy())
                            .map(result::because)
                            .orElse(result),
                    first,
                    proxy);
        }
    }

    private NestedRun.Result run(FaultProxy proxy, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("andon.canary.target", proxy.uri().toString());
        all.put("andon.canary.environment", "proof");
        all.put("andon.canary.retries", "0");
        all.putAll(more);
        return NestedRun.of(canary, all);
    }

    /** Returns what the canary makes of one fault. */
    FaultResult under(Fault fault, ControlRun baseline) throws IOException {
        List<Integer> numbers = baseline.operation().stream()
                .filter(number -> applies(fault, baseline, number))
                .toList();
        if (numbers.isEmpty()) {
            return new FaultResult(fault, FaultVerdict.NOT_APPLICABLE, "", notApplicable(fault));
        }
        List<Integer> tried = numbers.stream()
                .filter(number -> waiver(fault, baseline, number).isEmpty())
                .toList();
        if (tried.isEmpty()) {
            String reason =
                    waiver(fault, baseline, numbers.get(0)).orElseThrow().reason();
            return new FaultResult(
                    fault,
                    FaultVerdict.WAIVED,
                    baseline.second().get(numbers.get(0)).shown(),
                    reason);
        }
        // One noticed change, or one noticed old answer, shows that the canary looks at values at all.
        boolean oneSuffices = fault == Fault.CHANGED_VALUE || fault == Fault.STALE;
        Map<FaultVerdict, List<FaultResult>> proven = new EnumMap<>(FaultVerdict.class);
        boolean readsItsOwn = false;
        for (int number : tried) {
            FaultResult one = strike(fault, baseline, number);
            proven.computeIfAbsent(one.verdict(), verdict -> new ArrayList<>()).add(one);
            if (oneSuffices && one.verdict() == FaultVerdict.DETECTED) {
                return one;
            }
            readsItsOwn |= one.verdict() == FaultVerdict.NOT_APPLICABLE && baseline.readsItsOwn(number);
        }
        if (readsItsOwn) {
            return new FaultResult(fault, FaultVerdict.NOT_APPLICABLE, "", READS_ITS_OWN);
        }
        List<FaultResult> survived = proven.getOrDefault(FaultVerdict.SURVIVED, List.of());
        return survived.isEmpty()
                ? proven.getOrDefault(
                                FaultVerdict.DETECTED, proven.getOrDefault(FaultVerdict.NOT_APPLICABLE, List.of()))
                        .get(0)
                : merged(survived);
    }

    private static FaultResult merged(List<FaultResult> survived) {
        String exchanges =
                String.join(", ", survived.stream().map(FaultResult::request).toList());
        return new FaultResult(
                survived.get(0).fault(),
                FaultVerdict.SURVIVED,
                exchanges,
                survived.get(0).reason());
    }

    private Optional<WaiveFault> waiver(Fault fault, ControlRun baseline, int number) {
        return waivers.stream()
                .filter(waiver -> waiver.value() == fault
                        && baseline.second().get(number).shown().startsWith(waiver.request()))
                .findFirst();
    }

    private FaultResult strike(Fault fault, ControlRun baseline, int number) throws IOException {
        RecordedRequest exchange = baseline.second().get(number);
        int changes = fault == Fault.CHANGED_VALUE
                ? JsonChanges.of(exchange.answer().text()).size()
                : 1;
        Struck last = new Struck(NestedRun.Result.NONE, Given.NONE);
        for (int change = 0; change < changes; change++) {
            last = strike(fault, baseline, number, change);
            // Whatever made it red else, it was no old answer.
            boolean struck = fault != Fault.STALE || last.given() == Given.OTHER;
            if (struck && last.result().red()) {
                return new FaultResult(
                        fault,
                        FaultVerdict.DETECTED,
                        exchange.shown(),
                        last.result().reason());
            }
        }
        // What has nothing to do with the write, such as a clock, may read otherwise by itself.
        boolean related = fault == Fault.STALE && baseline.readsWhatWasWritten(number);
        if (fault == Fault.STALE && !(related && last.given() == Given.OTHER)) {
            return related && last.given() == Given.SAME
                    ? new FaultResult(fault, FaultVerdict.SURVIVED, exchange.shown(), READS_THE_SAME)
                    : new FaultResult(fault, FaultVerdict.NOT_APPLICABLE, "", notApplicable(fault));
        }
        String reason = last.result().healthy()
                ? "it stays green"
                : last.result().onlyCleanupFailed()
                        ? "nothing but its clean-up fails: " + last.result().reason()
                        : "it ends as unknown, which pages nobody: "
                                + last.result().reason();
        return new FaultResult(fault, FaultVerdict.SURVIVED, exchange.shown(), reason);
    }

    /** What came of a struck run, and of the old answers in it. */
    private record Struck(NestedRun.Result result, Given given) {}

    private Struck strike(Fault fault, ControlRun baseline, int number, int change) throws IOException {
        HttpMessage answer = baseline.second().get(number).answer();
        Duration timeout = shortTimeout(baseline.duration());
        InjectedFault strike =
                new InjectedFault(fault, number, answer, change, timeout.plusSeconds(1), baseline.sameKey(number));
        try (FaultProxy proxy = new FaultProxy(service)) {
            proxy.begin(Optional.of(strike));
            NestedRun.Result result = run(
                    proxy, fault == Fault.SLOW ? Map.of("andon.canary.timeout", Durations.text(timeout)) : Map.of());
            return new Struck(result, proxy.oldAnswers());
        }
    }

    /** Long enough for the exchanges before the slow one. */
    private static Duration shortTimeout(Duration undisturbed) {
        Duration thrice = Duration.ofMillis(undisturbed.multipliedBy(3).toMillis());
        return thrice.compareTo(SHORTEST) < 0 ? SHORTEST : thrice;
    }

    private static boolean applies(Fault fault, ControlRun baseline, int number) {
        RecordedRequest exchange = baseline.second().get(number);
        if (!exchange.http()) {
            return fault == Fault.RESET || fault == Fault.SLOW;
        }
        HttpMessage answer = exchange.answer();
        return switch (fault) {
            case STATUS_500 -> answer.status() != 500;
            case STATUS_503 -> answer.status() != 503;
            case STATUS_404 -> answer.status() != 404;
            case STATUS_401 -> answer.status() != 401;
            case EMPTY_BODY, HTML_PAGE -> answer.body().length > 0;
            case WRONG_SHAPE -> answer.json();
            case CHANGED_VALUE ->
                answer.json() && !JsonChanges.of(answer.text()).isEmpty();
            case TRUNCATED_BODY -> answer.body().length > 1;
            case RESET, SLOW -> true;
            case STALE -> baseline.readsBack(number);
        };
    }

    private static String notApplicable(Fault fault) {
        return switch (fault) {
            case EMPTY_BODY, HTML_PAGE, TRUNCATED_BODY -> "no answer has a body";
            case WRONG_SHAPE, CHANGED_VALUE -> "no answer is JSON";
            case STALE -> "it reads nothing back that had another answer before it wrote";
            default -> "it asks nothing over HTTP/1.1 that could be answered so";
        };
    }
}
