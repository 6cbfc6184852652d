package dev.andon.fuzz;

import dev.andon.internal.audit.maven.CommandLineReading;
import dev.andon.internal.audit.maven.JarReading;
import dev.andon.internal.audit.maven.LocalRepository;
import dev.andon.internal.audit.maven.PomReader;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.canary.record.MergedRunLogs;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.tls.TrustFiles;
import dev.andon.internal.discover.PathPrefixes;
import dev.andon.internal.discover.TestSettings;
import dev.andon.internal.evidence.changes.DiffReading;
import dev.andon.internal.evidence.coverage.ExecReader;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.evidence.ledger.LedgerReader;
import dev.andon.internal.evidence.ledger.ReportNames;
import dev.andon.internal.evidence.ledger.ReportReader;
import dev.andon.internal.evidence.ledger.RunFreshness;
import dev.andon.internal.formats.BaselineCodec;
import dev.andon.internal.formats.CanaryRecordCodec;
import dev.andon.internal.formats.HistoryCodec;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.OperationsCodec;
import dev.andon.internal.formats.ProofReportCodec;
import dev.andon.internal.formats.ProvenCanaryCodec;
import dev.andon.internal.formats.ReportCodec;
import dev.andon.internal.formats.RunnerSettingsCodec;
import dev.andon.internal.formats.WaiversCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every reader of files that others wrote: it reads the file or says clearly that it cannot. Anything else is an error. */
enum FileReaders {
    LEDGER("1-1-a.jsonl") {
        @Override
        void read(Path file) {
            LedgerReader.read(
                    List.of(file.getParent()),
                    new BuildId("build-1", BuildId.Kind.DAEMON, Instant.EPOCH),
                    RunFreshness.since(Instant.EPOCH));
        }
    },
    REPORT("TEST-com.acme.TillTest.xml") {
        @Override
        void read(Path file) {
            ReportReader.read(List.of(file.getParent()), RunFreshness.since(Instant.EPOCH), ReportNames.NONE);
        }
    },
    EXEC("jacoco.exec") {
        @Override
        void read(Path file) {
            ExecReader.read(List.of(file), session -> true);
        }
    },
    POM("pom.xml") {
        @Override
        void read(Path file) {
            try {
                PomReader.modules(file);
                new PomReader(new LocalRepository(file.resolveSibling("none")), file.getParent()).read(file);
            } catch (IOException said) {
                requireReason(said);
            }
        }
    },
    OPERATIONS("operations.yaml", (text, source) -> OperationsCodec.decode(bytes(text), source)),
    WAIVERS("andon-waivers.yaml", (text, source) -> WaiversCodec.decodeYaml(bytes(text), source)),
    CANARIES("canaries.json", CanaryRecordCodec::decode),
    PROOF("proof.json", ProofReportCodec::decode),
    DIFF("change.diff", (text, source) -> DiffReading.reason(text)),
    PROPERTIES("andon-waivers.properties", (text, source) -> WaiversCodec.decodeProperties(bytes(text), source)),
    SETTINGS("andon-canaries.yaml", RunnerSettingsCodec::decode),
    RESULTS("report.json", ReportCodec::decode),
    BASELINE("andon-baseline.txt", BaselineCodec::decode),
    HISTORY("history.jsonl", (text, source) -> HistoryCodec.decode(text)),
    PROVEN("PlaceOrderCanary.json", ProvenCanaryCodec::decode),
    LOG("canary.jsonl") {
        @Override
        void read(Path file) throws IOException {
            MergedRunLogs logs = new MergedRunLogs(problem -> {});
            logs.add(file);
            logs.forEach(line -> {});
        }
    },
    TRUST("authorities.pem") {
        @Override
        void read(Path file) {
            for (String key : List.of(TrustFiles.CA_FILE, TrustFiles.CLIENT_CERTIFICATE)) {
                try {
                    TrustFiles.context(asked -> Optional.of(file.toString()).filter(named -> asked.equals(key)));
                } catch (CanaryConfigurationException said) {
                    requireReason(said);
                }
            }
        }
    },
    APPLICATION("application.yaml") {
        @Override
        void read(Path file) {
            PathPrefixes.of(index(file.getParent()));
        }
    },
    PLATFORM("junit-platform.properties") {
        @Override
        void read(Path file) {
            TestSettings.of(new ClassRoot(file.getParent(), "till", true));
        }
    },
    COMMAND("maven.config", (text, source) -> CommandLineReading.read(text)),
    JAR("till.jar") {
        @Override
        void read(Path file) {
            index(file);
            JarReading.read(file);
        }
    },
    CLASS_FILE("till") {
        @Override
        void read(Path file) {
            CodeIndex index = index(file.getParent());
            index.unreadable();
        }
    };

    /** Reads the text of a file. */
    private interface Decoder {
        void decode(String text, String source) throws IOException;
    }

    private final String fileName;
    private final Decoder decoder;

    FileReaders(String fileName) {
        this(fileName, (text, source) -> {});
    }

    FileReaders(String fileName, Decoder decoder) {
        this.fileName = fileName;
        this.decoder = decoder;
    }

    /** The name that such a file has, and that its seed has among the test resources. */
    String fileName() {
        return fileName;
    }

    /** Reads a file; any error but those that belong to the reader is thrown. */
    void read(Path file) throws IOException {
        try {
            decoder.decode(text(file), file.toString());
        } catch (MalformedFileException said) {
            requireReason(said);
        }
    }

    /** Reads a file that is in order; of a reader of files, and not of texts, this says nothing. */
    final void understand(byte[] data) throws IOException {
        decoder.decode(new String(data, StandardCharsets.UTF_8), fileName);
    }

    /** Reads these bytes as a file in that folder. */
    final void read(byte[] data, Path folder) throws IOException {
        Path file = folder.resolve(fileName);
        Files.write(file, data);
        read(file);
    }

    private static CodeIndex index(Path root) {
        CodeIndex index = CodeIndex.of(
                List.of(new ClassRoot(root, "till", false)), ClassSource.of(ClassLoader.getPlatformClassLoader()));
        index.classes().forEach(facts -> index.bodies(facts.name()));
        return index;
    }

    /** Where a text is no UTF-8, a reader of bytes sees it as a reader of text does. */
    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static void requireReason(Exception said) {
        if (said.getMessage() == null || said.getMessage().isBlank()) {
            throw new AssertionError("an error that says nothing", said);
        }
    }
}
