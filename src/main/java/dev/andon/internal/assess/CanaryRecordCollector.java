package dev.andon.internal.assess;

import dev.andon.PracticeResult;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.canary.spec.CanaryName;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.Module;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.evidence.ledger.ClassHash;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.formats.CanaryRecord;
import dev.andon.internal.formats.CanaryRecord.ClassUse;
import dev.andon.internal.formats.CanaryRecord.JudgedPractice;
import dev.andon.internal.judge.CanaryCodeCheck;
import dev.andon.internal.judge.Evaluation;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.ReadinessDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What a module of canaries has to tell the builds that use its artefact. */
final class CanaryRecordCollector {
    private CanaryRecordCollector() {}

    /**
     * Returns the canaries to be recorded, by the class folder that holds them: those among the production classes of the
     * readiness class's own module, where practices on canaries are required. They hold the results of everything that
     * class files decide, required or not: another build may require it.
     */
    static Map<Path, List<CanaryRecord>> of(
            ReadinessDeclaration declaration,
            CodeIndex index,
            Optional<Module> home,
            BuildEvidence evidence,
            Evaluation evaluation) {
        if (home.isEmpty() || declaration.requirements().practices().stream().noneMatch(Practice::concernsCanaries)) {
            return Map.of();
        }
        Map<Path, List<String>> names = new LinkedHashMap<>();
        for (CanaryClass canary : evidence.inventory().canaries()) {
            index.find(canary.name())
                    .map(facts -> facts.root())
                    .filter(root -> canary.shipped() && home.get().roots().contains(root))
                    .map(ClassRoot::path)
                    .filter(Files::isDirectory)
                    .ifPresent(root -> names.computeIfAbsent(root, ignored -> new ArrayList<>())
                            .add(canary.name()));
        }
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<Path, List<CanaryRecord>> judged = new LinkedHashMap<>();
        names.forEach((root, of) -> judged.put(
                root,
                of.stream()
                        .map(name -> judged(name, root, evidence, evaluation))
                        .toList()));
        return judged;
    }

    private static CanaryRecord judged(String name, Path root, BuildEvidence evidence, Evaluation evaluation) {
        CanaryCode code =
                Objects.requireNonNull(evidence.canaryEvidence().codes().get(name), name);
        CanaryClass canary = evidence.inventory().canaries().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new CanaryRecord(
                named(canary.written()),
                practices(evaluation.results(name, CanaryCodeCheck::judges)),
                uses(code),
                checksums(code, root));
    }

    /** Builds that have only the record cannot derive the name from the class. */
    private static CanaryDeclaration named(CanaryDeclaration written) {
        return new CanaryDeclaration(
                written.className(),
                CanaryName.of(written.name(), written.className()),
                written.operation(),
                written.route(),
                written.every(),
                written.timeout(),
                written.degradedAfter(),
                written.owner(),
                written.runbook(),
                written.tolerance(),
                written.retries());
    }

    private static List<JudgedPractice> practices(List<PracticeResult> results) {
        return results.stream()
                .map(practice -> new JudgedPractice(practice.id(), practice.verdict(), practice.found()))
                .toList();
    }

    /** By which others see that the record is of the classes that lie beside it. */
    private static Map<String, String> checksums(CanaryCode code, Path root) {
        Map<String, String> checksums = new TreeMap<>();
        for (String name : code.own()) {
            Optional<Path> file = InputFile.below(root, ClassRoot.entryOf(name));
            if (file.isPresent()) {
                try {
                    checksums.put(name, ClassHash.of(file.get()));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return checksums;
    }

    private static List<ClassUse> uses(CanaryCode code) {
        return code.uses().stream()
                .map(use -> new ClassUse(
                        use.what(),
                        use.location().className(),
                        use.location().file(),
                        use.location().line()))
                .toList();
    }
}
