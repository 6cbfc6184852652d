package dev.andon.internal.canary.prove;

import dev.andon.Canary;
import dev.andon.canary.Fault;
import dev.andon.canary.WaiveFault;
import dev.andon.internal.canary.launch.CanaryLauncher;
import dev.andon.internal.canary.prove.FaultTrial.Outcome;
import dev.andon.internal.canary.prove.WaiverLimits.Names;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.CanarySpec;
import dev.andon.internal.formats.InjectedOutage;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.formats.ProofReport.Problem;
import dev.andon.internal.text.Durations;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.ConfigurationParameters;

/** Proves one canary against a healthy service: green in control runs, and red under each fault. Not thread-safe. */
final class CanaryProver {
    private static final String COVERED_WRITE = "nothing in the response is needed: its effect is verified in ";
    private static final String LOST_WRITE =
            "nothing in the response is needed: the canary is red when the service drops the write";
    private static final String DELETION = "nothing in the response to a deletion is needed";

    private final Canary canary;
    private final String base;
    private final ProxiedCanary runner;
    private final ProofCredentials credentials;
    private final boolean checksCertificate;
    private final List<WaiveFault> waivers;
    private @Nullable ProofSession session;
    private @Nullable WaiverLimits limits;

    /**
     * Prepares a proof.
     *
     * @param parameters further configuration parameters, such as credentials
     * @throws CanaryConfigurationException if the class is no canary, or waives a fault without a reason
     */
    CanaryProver(ArtefactCode code, URI service, Map<String, String> parameters) {
        Class<?> type = code.canary();
        this.canary = AnnotationSupport.findAnnotation(type, Canary.class)
                .orElseThrow(() ->
                        new CanaryConfigurationException(type.getName() + " is no canary: annotate it with @Canary"));
        ConfigurationParameters configuration = CanaryLauncher.configuration(parameters);
        this.credentials = new ProofCredentials(configuration, System.getenv());
        this.runner = new ProxiedCanary(type, service, parameters, configuration);
        this.base = runner.upstream().path();
        this.checksCertificate = runner.secures() && CertificateCheck.in(code);
        this.waivers = AnnotationSupport.findRepeatableAnnotations(type, WaiveFault.class);
        for (WaiveFault waiver : waivers) {
            if (waiver.reason().isBlank()) {
                throw new CanaryConfigurationException("@WaiveFault(reason = \"\") on " + type.getName() + ": say why "
                        + waiver.value().id() + " does not apply");
            }
        }
    }

    /** Returns what its report must not show. */
    ProofCredentials credentials() {
        return credentials;
    }

    /** Runs the canary twice with no fault injected. */
    ControlRuns controlRuns() throws IOException {
        ProofRun first = runner.run(Optional.empty(), RequestKeys.EXACT, Optional.empty());
        if (!first.result().healthy() && runner.secures() && first.recording().distrusted()) {
            // A client of the canary's own cannot know the authority of a proof.
            runner.withoutTls();
            first = runner.run(Optional.empty(), RequestKeys.EXACT, Optional.empty());
        }
        ProofRun second = runner.run(Optional.empty(), RequestKeys.EXACT, Optional.empty());
        ControlRuns control = ControlRuns.of(first, second);
        Duration declared = Durations.parse(canary.timeout()).orElse(CanarySpec.LONGEST);
        ProofTimeout timeout = new ProofTimeout(declared, second.result().duration());
        FaultTrial trial = new FaultTrial(runner, control, timeout);
        if (control.healthy()) {
            runner.cleanUp(CreatedEntities.of(control));
        }
        boolean http2 = second.recording().http2()
                && (!runner.upstream().isSecure() || runner.upstream().speaksHttp2());
        session = new ProofSession(control, trial, new RepeatedRequests(control, trial).cases(), http2);
        return control;
    }

    ProofSession session() {
        ProofSession known = session;
        if (known == null) {
            throw new IllegalStateException("the control runs come first");
        }
        return known;
    }

    /** Returns the requests into whose responses faults are injected. */
    List<FaultCase> cases() {
        return session().cases();
    }

    /** Returns why nothing more can be said about the canary; empty as long as its control runs are green. */
    Optional<String> undecided() {
        return session()
                .trial()
                .undecided()
                .or(() -> RedControlRun.atBeginning(session().control()))
                .or(() -> operation().refused(session().cases()));
    }

    /** Returns what is wrong with the canary apart from faults that it does not detect. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        ProofSession known = session();
        if (!known.control().healthy()) {
            return problems;
        }
        operation()
                .problem(known.control(), known.cases())
                .map(found -> new Problem(
                        "other-operation",
                        found,
                        "let its test perform the operation that it names, or name the operation that it performs: "
                                + "@Canary(route = …)"))
                .ifPresent(problems::add);
        problems.addAll(limits().problems());
        if (known.results().keySet().containsAll(List.of(Fault.values()))
                && undecided().isEmpty()) {
            undetected(known).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<Problem> undetected(ProofSession known) {
        List<FaultCase> performing = operation().among(known.cases());
        boolean detected =
                known.detected().values().stream().flatMap(List::stream).anyMatch(performing::contains);
        return performing.isEmpty() || detected
                ? Optional.empty()
                : Optional.of(new Problem(
                        "operation-unproven",
                        "detects no fault of " + canary.route().trim() + ", the operation that it names",
                        "let it check the response to that request"));
    }

    private PerformedOperation operation() {
        return new PerformedOperation(canary.route(), base);
    }

    private WaiverLimits limits() {
        WaiverLimits known = limits;
        if (known == null) {
            known = limitsOfSession();
            limits = known;
        }
        return known;
    }

    private WaiverLimits limitsOfSession() {
        Map<Fault, List<Names>> applicable = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            applicable.put(fault, applicable(fault).stream().map(this::names).toList());
        }
        return new WaiverLimits(waivers, applicable);
    }

    private Names names(FaultCase at) {
        List<String> names = at.healthy().names();
        return new Names(Stream.concat(names.stream(), names.stream().map(credentials::masked))
                .toList());
    }

    /** Returns the cases into whose responses a fault can be injected. */
    private List<FaultCase> applicable(Fault fault) {
        List<FaultCase> cases = session().cases();
        return switch (fault) {
            case CHANGED_VALUE -> verifiable(cases);
            case STALE -> cases.stream().filter(session().control()::readsBack).toList();
            case REFUSED -> once();
            case CERTIFICATE_EXPIRES -> runner.secures() && checksCertificate ? once() : List.of();
            case CERTIFICATE_HOST, CERTIFICATE_UNTRUSTED -> runner.secures() ? once() : List.of();
            default -> {
                FaultMechanism mechanism = FaultMechanism.of(fault).orElseThrow();
                yield cases.stream()
                        .filter(one -> one.healthy().isHttp() || fault == Fault.RESET || fault == Fault.SLOW)
                        .filter(one -> mechanism.appliesTo(one.healthy()))
                        .toList();
            }
        };
    }

    /** Returns the cases whose responses have values, and the writes of the operation whose responses have none. */
    private List<FaultCase> verifiable(List<FaultCase> cases) {
        Stream<FaultCase> withValues =
                cases.stream().map(FaultCase::whole).distinct().filter(ValueTrial::appliesTo);
        Stream<FaultCase> writes = operation().writing(cases).stream().filter(write -> !ValueTrial.appliesTo(write));
        return Stream.concat(withValues, writes).toList();
    }

    /** Returns the case that stands for a whole run. */
    private List<FaultCase> once() {
        return Stream.concat(cases().stream(), session().control().onlyConnection().stream())
                .limit(1)
                .toList();
    }

    /** Returns what the proof shows less of than production: protocols that its proxy does not speak; empty for nothing. */
    String downgraded() {
        List<String> less = new ArrayList<>();
        if (runner.upstream().isSecure() && !runner.secures()) {
            less.add("without TLS, since the canary connects by a client of its own, which does not trust the proof");
        }
        if (session().http2()) {
            less.add("over HTTP/1.1 in place of HTTP/2");
        }
        return String.join(" and ", less);
    }

    /** Returns whether the canary checks the certificate of its target and does nothing else. */
    boolean checksOnlyCertificate() {
        return checksCertificate
                && runner.secures()
                && session().control().onlyConnection().isPresent();
    }

    /** Injects one fault into the requests to which it applies, and returns for each what the canary made of it. */
    List<FaultResult> inject(Fault fault) throws IOException {
        Map<Fault, List<FaultResult>> results = session().results();
        List<FaultResult> known = results.get(fault);
        if (known == null) {
            known = results(fault);
            results.put(fault, known);
        }
        return known;
    }

    /** Injects an outage, and returns what the record of the canary's runs states of it. The faults come first. */
    InjectedOutage outage() throws IOException {
        Optional<String> undecided = undecided();
        return undecided.isPresent()
                ? InjectedOutage.undecided(undecided.get())
                : new OutageTrial(session().trial(), session().detected()).run();
    }

    private List<FaultResult> results(Fault fault) throws IOException {
        List<FaultResult> results = new ArrayList<>();
        List<FaultCase> left = new ArrayList<>();
        for (FaultCase at : applicable(fault)) {
            Optional<WaiveFault> waiver = limits().of(fault, names(at));
            waiver.ifPresent(
                    given -> results.add(new FaultResult(fault, FaultVerdict.WAIVED, at.shown(), given.reason())));
            if (waiver.isEmpty()) {
                left.add(at);
            }
        }
        if (left.isEmpty() && results.isEmpty()) {
            return List.of(fault == Fault.CHANGED_VALUE ? noValue() : ProofVerdict.notApplicable(fault, runner));
        }
        results.addAll(
                switch (fault) {
                    case CHANGED_VALUE -> values(left);
                    case STALE -> stale(left);
                    default -> each(FaultMechanism.of(fault).orElseThrow(), left);
                });
        return results;
    }

    private List<FaultResult> each(FaultMechanism mechanism, List<FaultCase> cases) throws IOException {
        List<FaultResult> results = new ArrayList<>();
        for (FaultCase at : cases) {
            Outcome outcome = session().trial().of(mechanism, at);
            String reason = outcome.reason()
                    + (outcome.verdict() == FaultVerdict.SURVIVED ? relations().which(at) : "");
            FaultResult result = new FaultResult(mechanism.fault(), outcome.verdict(), at.shown(), reason);
            session().note(at, result);
            boolean needless = outcome.verdict() == FaultVerdict.SURVIVED
                    && mechanism.fault().kind() == Fault.Kind.BODY
                    && (at.healthy().writes() || relations().isReadForItsHeader(at));
            results.add(needless ? unlessVerifiedElsewhere(result, at) : result);
        }
        return results;
    }

    /** A canary need not look at the response to a write whose effect it reads back and verifies. */
    private FaultResult unlessVerifiedElsewhere(FaultResult result, FaultCase write) throws IOException {
        if (write.healthy().deletes() && !operation().among(cases()).contains(write)) {
            return ProofVerdict.covered(result, DELETION);
        }
        boolean verified =
                inject(Fault.CHANGED_VALUE).stream().noneMatch(one -> one.verdict() == FaultVerdict.SURVIVED);
        if (verified
                && operation().writing(cases()).contains(write.whole())
                && session().lost(write.whole()).detected()) {
            return ProofVerdict.covered(result, LOST_WRITE);
        }
        for (FaultCase read : applicable(Fault.CHANGED_VALUE)) {
            if (ValueTrial.appliesTo(read)
                    && relations().reaches(read, write)
                    && limits().of(Fault.CHANGED_VALUE, names(read)).isEmpty()
                    && session().values(read).detected()) {
                return ProofVerdict.covered(result, COVERED_WRITE + read.shown());
            }
        }
        return unlessUndecided(result);
    }

    private List<FaultResult> stale(List<FaultCase> cases) throws IOException {
        Map<FaultCase, FaultResult> results = new LinkedHashMap<>();
        for (FaultCase at : cases) {
            Outcome outcome = session().stale(at);
            FaultResult result = ProofVerdict.stale(at, session().control(), outcome);
            session().note(at, result);
            results.put(at, result);
            if (result.verdict() == FaultVerdict.DETECTED) {
                break;
            }
        }
        return ProofVerdict.stale(results, session().control());
    }

    private List<FaultResult> values(List<FaultCase> cases) throws IOException {
        List<FaultCase> writes = operation().writing(cases()).stream()
                .filter(write -> limits().of(Fault.CHANGED_VALUE, names(write)).isEmpty())
                .toList();
        List<FaultResult> results = new OperationValues(session(), relations(), writes, this::undecided).judge(cases);
        results.replaceAll(this::unlessUndecided);
        return results;
    }

    /** Where a proof cannot go on, another response might have been verified. */
    private FaultResult unlessUndecided(FaultResult result) {
        return result.verdict() != FaultVerdict.SURVIVED
                ? result
                : undecided()
                        .map(why -> new FaultResult(result.fault(), FaultVerdict.UNDECIDED, result.request(), why))
                        .orElse(result);
    }

    private CaseRelations relations() {
        return new CaseRelations(session(), operation().among(cases()));
    }

    private FaultResult noValue() {
        return cases().stream()
                .filter(one ->
                        one.healthy().isHttp() && one.healthy().response().status() == 304)
                .findFirst()
                .map(one -> new FaultResult(
                        Fault.CHANGED_VALUE,
                        FaultVerdict.SURVIVED,
                        one.shown(),
                        "it is answered 304, so the canary sees no value: let it ask without a condition first"))
                .orElseGet(() -> ProofVerdict.notApplicable(Fault.CHANGED_VALUE, runner));
    }
}
