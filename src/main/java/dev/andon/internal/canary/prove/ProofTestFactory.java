package dev.andon.internal.canary.prove;

import dev.andon.Canary;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryProof;
import dev.andon.canary.CanaryStepError;
import dev.andon.canary.Fault;
import dev.andon.internal.canary.policy.ToleranceTrial;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.CanaryName;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.formats.InjectedOutage;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.formats.ProofReport.Problem;
import dev.andon.internal.formats.ProofReportCodec;
import dev.andon.internal.text.OutputFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** A proof as JUnit tests: the control runs first, then one test for each fault; each writes the report so far. */
public final class ProofTestFactory {
    /** Hands the proofs that {@link CanaryProof} starts to this class; named in {@code META-INF/services}. */
    public static final class Factory implements CanaryProof.Provider {

        /** Called by {@link java.util.ServiceLoader}. */
        public Factory() {}

        @Override
        public List<Class<?>> declaredCanaries() {
            return DeclaredCanaries.onClassPath();
        }

        @Override
        public List<DynamicNode> tests(List<Class<?>> canaries, URI service, Map<String, String> parameters) {
            return ProofTestFactory.of(canaries, service, parameters);
        }
    }

    private static final Pattern NO_CREDENTIAL = Pattern.compile("no credential (\\S+);");

    private static final String HEALTHY = "is green with no fault injected";

    /** The parameter that names, for a canary, the test class that shows that it fails. */
    private static final String PROVEN_BY = "andon.proof.proven-by.";

    private final Class<?> type;
    private final ArtefactCode code;
    private final String label;
    private final Canary canary;
    private final CanaryProver prover;
    private final Map<Fault, List<FaultResult>> proven = new EnumMap<>(Fault.class);
    private final String provenBy;
    private final ProofCredentials credentials;
    private @Nullable ControlRuns control;
    private @Nullable InjectedOutage outage;

    private ProofTestFactory(Class<?> type, ArtefactCode code, String label, CanaryProver prover, String provenBy) {
        this.type = type;
        this.code = code;
        this.label = label;
        this.prover = prover;
        this.provenBy = provenBy;
        this.credentials = prover.credentials();
        this.canary = AnnotationSupport.findAnnotation(type, Canary.class).orElseThrow();
    }

    /** Returns the tests that prove canaries, each with a unique name. */
    public static List<DynamicNode> of(List<Class<?>> types, URI service, Map<String, String> parameters) {
        List<DynamicNode> nodes = new ArrayList<>();
        for (Class<?> type : types) {
            boolean sameSimpleName = types.stream()
                    .anyMatch(other -> other != type && other.getSimpleName().equals(type.getSimpleName()));
            nodes.addAll(of(type, sameSimpleName ? type.getName() : type.getSimpleName(), service, parameters));
        }
        return nodes;
    }

    private static List<DynamicNode> of(Class<?> type, String label, URI service, Map<String, String> parameters) {
        ArtefactCode code = ArtefactCode.of(type);
        CanaryProver prover;
        try {
            prover = new CanaryProver(code, service, parameters);
        } catch (CanaryConfigurationException misuse) {
            throw new IllegalArgumentException(misuse.getMessage(), misuse);
        }
        ProofTestFactory tests = new ProofTestFactory(
                type, code, label, prover, parameters.getOrDefault(PROVEN_BY + type.getName(), ""));
        Optional<String> exit = ExitCalls.in(code);
        if (exit.isPresent()) {
            return List.of(tests.test(HEALTHY, () -> tests.refuse(exit.get())));
        }
        List<DynamicNode> nodes = new ArrayList<>();
        nodes.add(tests.test(HEALTHY, tests::control));
        nodes.add(tests.test("performs the operation that it names, and waives few faults", tests::problems));
        for (Fault fault : Fault.values()) {
            nodes.add(tests.test("is red when the service " + fault.does(), () -> tests.inject(fault)));
        }
        nodes.add(tests.test("keeps a record that states an outage", tests::outage));
        return nodes;
    }

    private DynamicTest test(String what, TestBody body) {
        URI source = URI.create("canary:" + type.getName());
        return DynamicTest.dynamicTest(label + ": " + what, source, body::run);
    }

    private interface TestBody {
        void run() throws IOException;
    }

    /** Fails this canary alone: the others are proven. */
    private void refuse(String exit) {
        throw failure(
                "is not run, since its code calls " + exit + ", which would end this JVM and the build's tests with it",
                "let it fail by an assertion instead");
    }

    private void control() throws IOException {
        Optional<String> condition = RunConditions.of(type);
        if (condition.isPresent()) {
            throw failure(
                    "runs only where " + condition.get() + " lets it, and is skipped elsewhere without an alert",
                    "remove the condition: a canary runs, or does not exist");
        }
        Optional<String> environment = EnvironmentConditions.in(code);
        if (environment.isPresent()) {
            throw failure(
                    "depends on " + environment.get() + ", so a proof says nothing of how it runs in production",
                    "remove the condition: a canary does the same everywhere");
        }
        ControlRuns seen = prover.controlRuns();
        control = seen;
        write(seen);
        if (!seen.healthy()) {
            prover.undecided().ifPresent(why -> {
                throw new TestAbortedException(credentials.masked("cannot determine: " + why));
            });
            String reason = seen.result().reason();
            Matcher credential = NO_CREDENTIAL.matcher(reason);
            throw failure(
                    "is not green against the healthy service: " + reason,
                    credential.lookingAt()
                            ? "give the proof a credential that the local service accepts: .credential(\""
                                    + credential.group(1) + "\", \"…\")"
                            : "let it pass before it is proven");
        }
        if (!seen.asked()) {
            throw failure(
                    "never contacts its target, so it stays green whatever the service does",
                    "send its requests through CanaryClient, or to the address in CanaryTarget.uri() or in a credential");
        }
    }

    private ControlRuns healthy() {
        ControlRuns seen = control;
        if (seen == null || !seen.healthy()) {
            throw new TestAbortedException("not injected: the canary is not green even with no fault injected");
        }
        return seen;
    }

    private void problems() {
        healthy();
        for (Problem problem : prover.problems()) {
            throw failure(problem.found(), problem.fix());
        }
    }

    private void inject(Fault fault) throws IOException {
        ControlRuns seen = healthy();
        List<FaultResult> results = prover.inject(fault);
        proven.put(fault, results);
        write(seen);
        FaultResult result = ProofVerdict.summary(fault, results);
        if (result.verdict() == FaultVerdict.SURVIVED) {
            throw failure(
                    "does not turn red when the service " + fault.does() + " to " + result.request() + ": "
                            + result.reason(),
                    ProofVerdict.fix(result) + ", or say why not: @WaiveFault(value = Fault."
                            + fault.name() + ", request = \"" + RecordedRequest.stable(result.request())
                            + "\", reason = \"…\")");
        }
        if (result.verdict() != FaultVerdict.DETECTED) {
            throw new TestAbortedException(credentials.masked(result.verdict().id() + ": " + result.reason()));
        }
    }

    /** Only level WATCHED requires it, which a proof does not know: what the record does not state fails there. */
    private void outage() throws IOException {
        ControlRuns seen = healthy();
        InjectedOutage injected = prover.outage();
        outage = injected;
        write(seen);
        if (!injected.undecided().isEmpty()) {
            throw new TestAbortedException(credentials.masked("cannot determine: " + injected.undecided()));
        }
        if (!injected.isStated()) {
            throw new TestAbortedException("an injected outage does not lie within what the record states");
        }
    }

    /** Names the canary, the practice, what was found and the fix; a stack trace of this class would add nothing. */
    private CanaryStepError failure(String found, String fix) {
        CanaryStepError failed = new CanaryStepError(label + ": canary-detects-failure\n  found: the canary "
                + credentials.masked(found) + "\n  fix: " + credentials.masked(fix));
        failed.setStackTrace(new StackTraceElement[0]);
        return failed;
    }

    private void write(ControlRuns seen) throws IOException {
        Path output = OutputFolder.find(System::getProperty);
        Path file = ProofReportCodec.file(output, type.getName());
        ProofReport report = credentials.masked(report(seen));
        OutputFile.write(output, output.relativize(file).toString(), ProofReportCodec.encode(report));
        ProvenArtefact.record(code, report, output);
    }

    private ProofReport report(ControlRuns seen) {
        ProofReport report = new ProofReport(
                type.getName(),
                CanaryName.of(canary.name(), type.getName()),
                canary.operation(),
                canary.route(),
                Clock.systemUTC().instant(),
                seen.healthy() ? CanaryOutcome.SUCCESS : CanaryOutcome.FAILURE,
                seen.result().reason(),
                seen.asked(),
                prover.checksOnlyCertificate()
                        ? List.of(RecordedRequest.WITHOUT_REQUEST)
                        : seen.requests().stream()
                                .filter(RecordedRequest::isHttp)
                                .map(RecordedRequest::shown)
                                .toList(),
                seen.anonymous(),
                prover.problems(),
                prover.undecided().orElse(""),
                provenBy,
                prover.downgraded(),
                proven.values().stream().flatMap(List::stream).toList());
        return report.with(ToleranceTrial.of(canary.tolerance()), Optional.ofNullable(outage));
    }
}
