package dev.andon.internal.assess;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.ClassRoots;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.ModuleName;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.CanaryEvidence;
import dev.andon.internal.evidence.ProofRecord;
import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.evidence.canaries.CanaryCodeReader;
import dev.andon.internal.evidence.canaries.CanaryFileProblem;
import dev.andon.internal.evidence.canaries.CanaryRecordReader;
import dev.andon.internal.evidence.canaries.ProofReader;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.evidence.ledger.ClassHash;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.CanaryRecordCodec;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.require.Requirements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of the canaries of a build: by their classes, by the records of their own builds, and by proofs. */
final class CanaryEvidenceCollector {
    private final Workspace workspace;
    private final CodeIndex index;
    private final Inventory inventory;
    private final BuildContext situation;

    private CanaryEvidenceCollector(Workspace workspace, CodeIndex index, Inventory inventory, BuildContext situation) {
        this.workspace = workspace;
        this.index = index;
        this.inventory = inventory;
        this.situation = situation;
    }

    static CanaryEvidence read(
            ReadinessDeclaration declaration,
            Workspace workspace,
            CodeIndex index,
            Inventory inventory,
            BuildContext situation,
            boolean buildIsOver) {
        CanaryEvidenceCollector build = new CanaryEvidenceCollector(workspace, index, inventory, situation);
        List<RecordedCanary> recorded = build.recorded(declaration);
        if (inventory.canaries().isEmpty() && recorded.isEmpty()) {
            return CanaryEvidence.NONE;
        }
        Map<String, ProofRecord> proofs = build.proofs(declaration, recorded);
        boolean proven = proofs.size() == inventory.canaries().size() + recorded.size()
                && proofs.values().stream().allMatch(ProofRecord.Proven.class::isInstance);
        ServedArtefacts served = new ServedArtefacts(
                situation.resources(),
                Stream.concat(
                        inventory.canaries().stream().map(CanaryClass::name),
                        recorded.stream().map(RecordedCanary::name)));
        return new CanaryEvidence(
                CanaryCodeReader.read(index, inventory, declaration.packages(), served),
                recorded,
                build.outdated(recorded),
                CanaryCodeReader.reachedBy(recorded, index, inventory, declaration.packages(), served),
                proofs,
                buildIsOver || proven ? Set.of() : CanaryCodeReader.proving(index, inventory));
    }

    /** Of the modules whose classes are at hand, the classes tell; a record there may be of an earlier build. */
    private List<RecordedCanary> recorded(ReadinessDeclaration declaration) {
        Set<Path> bases = workspace.modules().stream().map(Module::base).collect(Collectors.toSet());
        List<RecordedCanary> recorded = new ArrayList<>();
        for (URL file : situation.resources().find(CanaryRecordCodec.NAME)) {
            Optional<Path> root = ClassPathResources.root(file, CanaryRecordCodec.NAME);
            Optional<Path> base = root.flatMap(ClassRoots::base);
            if (base.filter(bases::contains).isEmpty()) {
                String module = base.map(ModuleName::of)
                        .or(() -> root.map(path -> String.valueOf(path.getFileName())))
                        .orElse(file.toString());
                try {
                    recorded.addAll(CanaryRecordReader.read(file, module));
                } catch (CanaryFileProblem problem) {
                    if (declaration.requirements().practices().stream().anyMatch(Practice::concernsCanaries)) {
                        throw new ConfigurationException(String.valueOf(problem.getMessage()));
                    }
                }
            }
        }
        // A class that is gone left its record behind.
        recorded.removeIf(canary -> classFiles(canary.name()).isEmpty());
        Set<String> known = names(recorded);
        files(declaration).stream()
                .flatMap(file -> named(file).stream())
                .filter(canary -> known.add(canary.name()))
                .forEach(recorded::add);
        return recorded;
    }

    private Set<String> names(List<RecordedCanary> recorded) {
        return Stream.concat(
                        inventory.canaries().stream().map(CanaryClass::name),
                        recorded.stream().map(RecordedCanary::name))
                .collect(Collectors.toSet());
    }

    private static List<RecordedCanary> named(Path file) {
        try {
            return CanaryRecordReader.read(file);
        } catch (CanaryFileProblem problem) {
            throw new ConfigurationException(String.valueOf(problem.getMessage()));
        }
    }

    /** The files that the readiness class names, seen from the folder of its module. */
    private List<Path> files(ReadinessDeclaration declaration) {
        List<String> written = declaration
                .requirements()
                .canaries()
                .map(Requirements.CanaryBudget::records)
                .orElse(List.of());
        Path base = index.find(declaration.readinessClass())
                .flatMap(facts -> Optional.ofNullable(facts.root()))
                .flatMap(root -> ClassRoots.base(root.path()))
                .orElse(Path.of(""));
        return written.stream()
                .map(file -> base.resolve(file).toAbsolutePath().normalize())
                .toList();
    }

    /** A build without its tests leaves an earlier record beside new classes. */
    private Set<String> outdated(List<RecordedCanary> recorded) {
        return recorded.stream()
                .filter(canary -> !canary.named())
                .filter(canary -> !canary.classes().containsKey(canary.name())
                        || canary.classes().entrySet().stream()
                                .anyMatch(own -> !checksums(own.getKey()).contains(own.getValue())))
                .map(RecordedCanary::name)
                .collect(Collectors.toSet());
    }

    private Set<String> checksums(String className) {
        return classFiles(className).stream()
                .map(classFile -> ClassHash.of(ClassPathResources.bytes(classFile)))
                .collect(Collectors.toSet());
    }

    private List<URL> classFiles(String className) {
        return situation.resources().find(ClassRoot.entryOf(className));
    }

    private Map<String, ProofRecord> proofs(ReadinessDeclaration declaration, List<RecordedCanary> recorded) {
        Set<Path> outputs = new LinkedHashSet<>();
        workspace.modules().forEach(module -> outputs.addAll(situation.outputs().apply(module)));
        files(declaration).forEach(file -> outputs.add(file.resolveSibling("")));
        Map<String, ProofRecord> proofs = new HashMap<>();
        Set<String> elsewhere = recorded.stream()
                .filter(RecordedCanary::named)
                .map(RecordedCanary::name)
                .collect(Collectors.toSet());
        names(recorded).forEach(name -> ProofReader.read(
                        outputs, name, elsewhere.contains(name) ? Instant.EPOCH : notBefore(name))
                .ifPresent(proof -> proofs.put(name, proof)));
        return proofs;
    }

    /** A build whose beginning is known proved its canaries since; else a proof must not be older than its canary. */
    private Instant notBefore(String className) {
        BuildId build = situation.buildId();
        Instant earliest = build.kind() == BuildId.Kind.PROCESS ? build.began() : compiled(className);
        // What a proof says of its time is not finer.
        return earliest.truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant compiled(String className) {
        Optional<Path> inIndex = index.find(className)
                .flatMap(facts -> Optional.ofNullable(facts.root()))
                .flatMap(root -> Files.isDirectory(root.path())
                        ? InputFile.below(root.path(), ClassRoot.entryOf(className))
                        : Optional.of(root.path()));
        return inIndex.or(() -> classFiles(className).stream()
                        .flatMap(url -> ClassPathResources.root(url, ClassRoot.entryOf(className)).stream())
                        .flatMap(root -> Files.isDirectory(root)
                                ? InputFile.below(root, ClassRoot.entryOf(className)).stream()
                                : Stream.of(root))
                        .findFirst())
                .filter(Files::exists)
                .map(CanaryEvidenceCollector::written)
                .orElse(Instant.EPOCH);
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
