package dev.andon.internal.canary.prove;

import dev.andon.Canary;
import dev.andon.canary.Fault;
import dev.andon.canary.WaiveFault;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.Durations;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/** Proves one canary against a healthy service: green in control runs, and red under each fault. */
final class CanaryProver {
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
    CanaryProver(Class<?> canary, URI service, Map<String, String> parameters) {
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

    /** Runs the canary twice with no fault injected. */
    ControlRuns controlRuns() throws IOException {
        try (FaultProxy proxy = new FaultProxy(service)) {
            return new ControlRuns(run(proxy, Optional.empty(), Map.of()), run(proxy, Optional.empty(), Map.of()));
        }
    }

    /** Injects one fault into the requests to which it applies, and returns whether the canary detects it. */
    FaultResult inject(Fault fault, ControlRuns control) throws IOException {
        FaultPlan plan = new FaultPlan(control, waivers);
        List<Integer> applicable = plan.applicable(fault);
        if (applicable.isEmpty()) {
            return ProofVerdict.notApplicable(fault);
        }
        List<Integer> injected = plan.injected(fault);
        if (injected.isEmpty()) {
            int first = applicable.get(0);
            String reason = plan.waiver(fault, first).orElseThrow().reason();
            return new FaultResult(
                    fault, FaultVerdict.WAIVED, control.request(first).shown(), reason);
        }
        Map<Integer, FaultResult> results = new LinkedHashMap<>();
        for (int number : injected) {
            FaultResult result = ProofVerdict.ofRequest(fault, number, control, runs(fault, number, plan));
            results.put(number, result);
            if (result.verdict() == FaultVerdict.DETECTED && FaultPlan.oneDetectionSuffices(fault)) {
                break;
            }
        }
        return ProofVerdict.ofFault(fault, results, control);
    }

    /** Runs the canary with one change after the other, until it detects one. */
    private List<ProofRun> runs(Fault fault, int number, FaultPlan plan) throws IOException {
        Map<String, String> timeout =
                fault == Fault.SLOW ? Map.of("andon.canary.timeout", Durations.text(plan.timeout())) : Map.of();
        List<ProofRun> runs = new ArrayList<>();
        for (InjectedFault injection : plan.injections(fault, number)) {
            try (FaultProxy proxy = new FaultProxy(service)) {
                ProofRun run = run(proxy, Optional.of(injection), timeout);
                runs.add(run);
                if (ProofVerdict.detected(run)) {
                    break;
                }
            }
        }
        return runs;
    }

    private ProofRun run(FaultProxy proxy, Optional<InjectedFault> fault, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("andon.canary.target", proxy.uri().toString());
        all.put("andon.canary.environment", "proof");
        all.put("andon.canary.retries", "0");
        all.putAll(more);
        RunRecording recording = proxy.begin(fault);
        return ProofRun.of(fault, NestedRun.of(canary, all), recording);
    }
}
