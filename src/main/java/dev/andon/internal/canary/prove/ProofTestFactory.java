package dev.andon.internal.canary.prove;

import dev.andon.Canary;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryProof;
import dev.andon.canary.CanaryStepError;
import dev.andon.canary.Fault;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.CanaryName;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.formats.ProofReportCodec;
import dev.andon.internal.text.OutputFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
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

/** A proof as JUnit tests, one after another: the first shows the canary undisturbed, the last writes the proof down. */
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

    private static final Pattern NO_CREDENTIAL = Pattern.compile("no credential (\\S+):");

    private final Class<?> type;
    private final String label;
    private final Canary canary;
    private final CanaryProver proof;
    private final List<FaultResult> proven = new ArrayList<>();
    private @Nullable ControlRun baseline;

    private ProofTestFactory(Class<?> type, String label, CanaryProver proof) {
        this.type = type;
        this.label = label;
        this.proof = proof;
        this.canary = AnnotationSupport.findAnnotation(type, Canary.class).orElseThrow();
    }

    /** Returns the tests that prove canaries, each under a name of its own. */
    public static List<DynamicNode> of(List<Class<?>> types, URI service, Map<String, String> parameters) {
        List<DynamicNode> nodes = new ArrayList<>();
        for (Class<?> type : types) {
            boolean twin = types.stream()
                    .anyMatch(other -> other != type && other.getSimpleName().equals(type.getSimpleName()));
            nodes.addAll(of(type, twin ? type.getName() : type.getSimpleName(), service, parameters));
        }
        return nodes;
    }

    private static List<DynamicNode> of(Class<?> type, String label, URI service, Map<String, String> parameters) {
        CanaryProver proof;
        try {
            proof = new CanaryProver(type, service, parameters);
        } catch (CanaryConfigurationException misuse) {
            throw new IllegalArgumentException(misuse.getMessage(), misuse);
        }
        ProofTestFactory tests = new ProofTestFactory(type, label, proof);
        Optional<String> exit = ExitCalls.in(type);
        if (exit.isPresent()) {
            return List.of(tests.test("undisturbed is green", () -> tests.refuse(exit.get())));
        }
        List<DynamicNode> nodes = new ArrayList<>();
        nodes.add(tests.test("undisturbed is green", tests::undisturbed));
        for (Fault fault : Fault.values()) {
            nodes.add(tests.test("is red when the service " + fault.does(), () -> tests.under(fault)));
        }
        return nodes;
    }

    private DynamicTest test(String what, Piece piece) {
        URI source = URI.create("canary:" + type.getName());
        return DynamicTest.dynamicTest(label + ": " + what, source, piece::run);
    }

    private interface Piece {
        void run() throws IOException;
    }

    /** The others are proven all the same. */
    private void refuse(String exit) {
        throw failure(
                "is not run, since its code calls " + exit + ", which would end this JVM and the build's tests with it",
                "let it fail by an assertion instead");
    }

    private void undisturbed() throws IOException {
        ControlRun seen = proof.undisturbed();
        baseline = seen;
        write(seen);
        if (!seen.result().healthy()) {
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
                    "never asks its target, so that it stays green whatever the service does",
                    "ask through CanaryClient, or where CanaryTarget.uri() or one of its credentials says");
        }
    }

    private void under(Fault fault) throws IOException {
        ControlRun seen = baseline;
        if (seen == null || !seen.result().healthy()) {
            throw new TestAbortedException("not tried: undisturbed the canary is not green");
        }
        FaultResult result = proof.under(fault, seen);
        proven.add(result);
        write(seen);
        if (result.verdict() == FaultVerdict.SURVIVED) {
            throw failure(
                    "does not turn red when the service " + fault.does() + " to " + result.request() + ": "
                            + result.reason(),
                    (result.request().equals(RecordedRequest.CONNECTION)
                                    ? "let it fail where its connection is lost or late"
                                    : "check what " + result.request() + " answers")
                            + ", or say why not: @WaiveFault(value = Fault."
                            + fault.name() + ", request = \"" + RecordedRequest.stable(result.request())
                            + "\", reason = \"…\")");
        }
        if (result.verdict() != FaultVerdict.DETECTED) {
            throw new TestAbortedException(result.verdict().id() + ": " + result.reason());
        }
    }

    /** Names the canary, the practice, what was found and the fix; a stack trace of ours would tell nothing more. */
    private CanaryStepError failure(String found, String fix) {
        CanaryStepError failed = new CanaryStepError(
                label + ": canary-detects-failure\n  found: the canary " + found + "\n  fix: " + fix);
        failed.setStackTrace(new StackTraceElement[0]);
        return failed;
    }

    private void write(ControlRun seen) throws IOException {
        Path file = ProofReportCodec.file(OutputFolder.find(System::getProperty), type.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, ProofReportCodec.encode(report(seen)));
    }

    private ProofReport report(ControlRun seen) {
        return new ProofReport(
                type.getName(),
                CanaryName.of(canary.name(), type.getName()),
                canary.operation(),
                canary.route(),
                Clock.systemUTC().instant(),
                seen.result().healthy() ? CanaryOutcome.SUCCESS : CanaryOutcome.FAILURE,
                seen.result().reason(),
                seen.asked(),
                seen.second().stream()
                        .filter(RecordedRequest::http)
                        .map(RecordedRequest::shown)
                        .toList(),
                seen.anonymous(),
                List.copyOf(proven));
    }
}
