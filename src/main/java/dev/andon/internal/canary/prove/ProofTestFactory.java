package dev.andon.internal.canary.prove;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.Canary;
import dev.andon.canary.CanaryProof;
import dev.andon.canary.CanaryStepError;
import dev.andon.canary.Fault;
import dev.andon.internal.canary.prove.ProvenFault.Verdict;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.CanaryName;
import dev.andon.internal.text.CanaryFiles;
import dev.andon.internal.text.OutputFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            return declared();
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
    private final List<ProvenFault> proven = new ArrayList<>();
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
        ProvenFault result = proof.under(fault, seen);
        proven.add(result);
        write(seen);
        if (result.verdict() == Verdict.SURVIVED) {
            throw failure(
                    "does not turn red when the service " + fault.does() + " to " + result.exchange() + ": "
                            + result.reason(),
                    (result.exchange().equals(RecordedRequest.CONNECTION)
                                    ? "let it fail where its connection is lost or late"
                                    : "check what " + result.exchange() + " answers")
                            + ", or say why not: @WaiveFault(value = Fault."
                            + fault.name() + ", exchange = \"" + RecordedRequest.stable(result.exchange())
                            + "\", reason = \"…\")");
        }
        if (result.verdict() != Verdict.DETECTED) {
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
        Path file = CanaryFiles.proof(OutputFolder.find(System::getProperty), type.getName());
        Files.createDirectories(file.getParent());
        String name = CanaryName.of(canary.name(), type.getName());
        String json = ProofJson.write(type, name, canary, Clock.systemUTC().instant(), seen, proven);
        Files.writeString(file, json + "\n");
    }

    /** Returns the canaries that artefacts on the class path declare. */
    public static List<Class<?>> declared() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Set<Class<?>> canaries = new LinkedHashSet<>();
        try {
            for (URL file : Collections.list(loader.getResources(CanaryFiles.RECORD))) {
                for (Object entry : canaries(file)) {
                    canaries.add(Class.forName(((JsonObject) entry).getString("class"), false, loader));
                }
            }
        } catch (IOException | ReflectiveOperationException | ClassCastException unusable) {
            throw new IllegalStateException(CanaryFiles.RECORD + " cannot be used: " + unusable, unusable);
        }
        if (canaries.isEmpty()) {
            throw new IllegalStateException(
                    "no " + CanaryFiles.RECORD + " on the class path names a canary: add the canaries'"
                            + " artefact as a test dependency, let its own readiness class require @RequireCanaries, and build it"
                            + " with its tests, which write that file");
        }
        return List.copyOf(canaries);
    }

    private static JsonArray canaries(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return JsonParser.object().from(in).getArray("canaries", new JsonArray());
        } catch (JsonParserException malformed) {
            throw new IOException(file + " is malformed: " + malformed.getMessage(), malformed);
        }
    }
}
