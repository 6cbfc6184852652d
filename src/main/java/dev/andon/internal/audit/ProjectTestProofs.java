package dev.andon.internal.audit;

import dev.andon.TestKind;
import dev.andon.internal.assess.NewTestProofs;
import dev.andon.internal.assess.TestProofSource;
import dev.andon.internal.audit.maven.MavenModules;
import dev.andon.internal.audit.maven.TestJvm;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.evidence.TestProofRecord;
import dev.andon.internal.evidence.ledger.RunFreshness;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.judge.JoinedProof;
import dev.andon.internal.prove.ProofEnvironment;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.require.ProofRequirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Proves the tests of a project, those of each module in a JVM of their own. */
final class ProjectTestProofs implements TestProofSource {
    private static final int NAMED = 5;

    private final MavenModules poms;
    private final ProvingOptions options;

    ProjectTestProofs(MavenModules poms, ProvingOptions options) {
        this.poms = poms;
        this.options = options;
    }

    @Override
    public Map<TestKind, TestProofRecord> proofs(
            List<ProofRequirement> required, Classes classes, Inventory inventory, RunFreshness freshness) {
        Map<TestKind, List<TestProof>> proofs = new EnumMap<>(TestKind.class);
        for (TestKind kind :
                required.stream().map(ProofRequirement::kind).distinct().toList()) {
            List<ProofRequirement> ofKind =
                    required.stream().filter(one -> one.kind() == kind).toList();
            List<Module> modules = classes.workspace().modules().stream()
                    .filter(module -> inventory.testClasses().stream()
                            .anyMatch(
                                    test -> !test.readiness() && test.module().equals(module.name()) && test.has(kind)))
                    .toList();
            for (Module module : modules) {
                Path output = modules.size() == 1
                        ? options.output()
                        : options.output().resolve(module.name());
                prover(module, kind, classes, output)
                        .proofs(ofKind, classes, inventory.testsOf(Set.of(module.name())), freshness)
                        .values()
                        .forEach(proof -> proofs.computeIfAbsent(kind, key -> new ArrayList<>())
                                .add(((TestProofRecord.Proven) proof).proof()));
            }
        }
        Map<TestKind, TestProofRecord> records = new EnumMap<>(TestKind.class);
        required.forEach(
                one -> records.put(one.kind(), record(one.kind(), proofs.getOrDefault(one.kind(), List.of()))));
        return records;
    }

    private static TestProofRecord record(TestKind kind, List<TestProof> proofs) {
        if (proofs.isEmpty()) {
            return new TestProofRecord.Missing(
                    "there is no " + kind.text(), "write one, or name the kind of the tests that there are: --kind");
        }
        return new TestProofRecord.Proven(proofs.size() == 1 ? proofs.get(0) : JoinedProof.ofModules(proofs));
    }

    private NewTestProofs prover(Module module, TestKind kind, Classes classes, Path output) {
        return new NewTestProofs(new NewTestProofs.Setting(
                output,
                options.shard(),
                testClass -> true,
                () -> environment(module, kind, classes, output),
                options.progress()));
    }

    private ProofEnvironment environment(Module module, TestKind kind, Classes classes, Path output) {
        Optional<TestJvm> byPom = poms.testJvm(module, classes.workspace(), kind != TestKind.UNIT);
        List<Path> classPath = new ArrayList<>();
        if (!options.libraries().isEmpty()) {
            module.roots().stream()
                    .sorted(Comparator.comparing(root -> !root.test()))
                    .map(ClassRoot::path)
                    .forEach(classPath::add);
            classPath.addAll(options.libraries());
        } else {
            TestJvm jvm = byPom.orElseThrow(() -> new ConfigurationException(
                    "module " + module.name() + " has no pom.xml: name the class path of its tests by --class-path"));
            classPath.addAll(jvm.classPath());
            if (!jvm.missing().isEmpty()) {
                options.warnings()
                        .accept("the local Maven repository lacks "
                                + String.join(
                                        ", ",
                                        Stream.of(jvm.missing())
                                                .flatMap(List::stream)
                                                .limit(NAMED)
                                                .toList())
                                + ": run `mvn verify` in the project first, or pass --class-path");
            }
        }
        return ProofEnvironment.of(
                classPath,
                byPom.map(TestJvm::arguments).orElse(List.of()),
                byPom.map(TestJvm::workingFolder).orElse(module.base()),
                byPom.map(TestJvm::properties)
                        .orElse(Map.of("basedir", module.base().toString())),
                byPom.map(TestJvm::environment).orElse(Map.of()),
                output);
    }
}
