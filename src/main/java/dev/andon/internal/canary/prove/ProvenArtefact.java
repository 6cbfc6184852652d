package dev.andon.internal.canary.prove;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.Fault;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.files.FileDigest;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.formats.ProvenCanary;
import dev.andon.internal.formats.ProvenCanaryCodec;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which code a proof has proven: in the output of this build, and among the classes of the canary's artefact where these
 * lie beside it, so that its next jar holds it. A proof that is not complete, or not successful, removes what an earlier one
 * said.
 */
final class ProvenArtefact {
    private static final Path MAVEN = Path.of("target", "classes");
    private static final Path GRADLE = Path.of("build", "classes");
    private static final String MAIN = "main";

    private ProvenArtefact() {}

    /** Records what the proof has shown so far. */
    static void record(ArtefactCode code, ProofReport report, Path output) throws IOException {
        Class<?> canary = code.canary();
        Optional<ProvenCanary> proven = proven(report)
                ? Optional.of(new ProvenCanary(canary.getName(), report.at(), digests(code)))
                : Optional.empty();
        write(output, ProvenCanaryCodec.fileOf(canary.getName()), proven);
        Optional<Path> classes = classes(canary);
        if (classes.isPresent()) {
            write(classes.get().toRealPath(), ProvenCanaryCodec.resourceOf(canary.getName()), proven);
        }
    }

    private static void write(Path folder, String name, Optional<ProvenCanary> proven) throws IOException {
        if (proven.isPresent()) {
            OutputFile.write(folder, name, ProvenCanaryCodec.encode(proven.get()));
        } else {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    private static boolean proven(ProofReport report) {
        Set<Fault> tried = report.faults().stream().map(FaultResult::fault).collect(Collectors.toSet());
        Set<FaultVerdict> verdicts =
                report.faults().stream().map(FaultResult::verdict).collect(Collectors.toSet());
        return report.controlRun() == CanaryOutcome.SUCCESS
                && report.undecided().isEmpty()
                && report.problems().isEmpty()
                && tried.containsAll(List.of(Fault.values()))
                && verdicts.contains(FaultVerdict.DETECTED)
                && !verdicts.contains(FaultVerdict.SURVIVED)
                && !verdicts.contains(FaultVerdict.UNDECIDED);
    }

    private static Map<String, String> digests(ArtefactCode code) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (ArtefactCode.Part part : code.parts()) {
            String name = part.facts().name();
            URL file = code.canary().getClassLoader().getResource(ClassRoot.entryOf(name));
            if (file != null) {
                digests.put(name, FileDigest.of(InputFile.bytes(file, InputFile.LARGEST_CLASS)));
            }
        }
        return digests;
    }

    /** The folder of classes that the artefact is, or from which the jar beside it was made. */
    private static Optional<Path> classes(Class<?> canary) {
        return source(canary).flatMap(source -> {
            Stream<Path> folders = Files.isDirectory(source)
                    ? Stream.of(source).filter(ProvenArtefact::isOfProduction)
                    : modules(source).flatMap(ProvenArtefact::production);
            return folders.filter(folder -> Files.exists(folder.resolve(ClassRoot.entryOf(canary.getName()))))
                    .findFirst();
        });
    }

    /** {@code target/classes}, and {@code build/classes/<language>/main}; never the classes of tests. */
    private static boolean isOfProduction(Path folder) {
        Path languages = folder.resolve("../..").normalize();
        return folder.endsWith(MAVEN) || (folder.endsWith(MAIN) && languages.endsWith(GRADLE));
    }

    private static Stream<Path> production(Path module) {
        File[] languages = module.resolve(GRADLE).toFile().listFiles();
        return Stream.concat(
                Stream.of(module.resolve(MAVEN)),
                languages == null
                        ? Stream.of()
                        : Stream.of(languages).map(language -> language.toPath().resolve(MAIN)));
    }

    /** The module of {@code target/x.jar} and of {@code build/libs/x.jar}. */
    private static Stream<Path> modules(Path jar) {
        return Stream.of(
                jar.resolveSibling("..").normalize(),
                jar.resolveSibling("../..").normalize());
    }

    private static Optional<Path> source(Class<?> canary) {
        @Nullable CodeSource source = canary.getProtectionDomain().getCodeSource();
        try {
            return source == null || source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(URI.create(source.getLocation().toString())));
        } catch (RuntimeException elsewhere) {
            return Optional.empty();
        }
    }
}
