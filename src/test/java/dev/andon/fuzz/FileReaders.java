package dev.andon.fuzz;

import dev.andon.internal.audit.maven.LocalRepository;
import dev.andon.internal.audit.maven.PomReader;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.evidence.changes.DiffReading;
import dev.andon.internal.evidence.coverage.ExecReader;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.evidence.ledger.LedgerReader;
import dev.andon.internal.evidence.ledger.ReportNames;
import dev.andon.internal.evidence.ledger.ReportReader;
import dev.andon.internal.evidence.ledger.RunFreshness;
import dev.andon.internal.formats.CanaryRecordCodec;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.OperationsCodec;
import dev.andon.internal.formats.ProofReportCodec;
import dev.andon.internal.formats.WaiversCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

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
    OPERATIONS("operations.yaml") {
        @Override
        void read(Path file) throws IOException {
            try {
                OperationsCodec.decode(new ByteArrayInputStream(Files.readAllBytes(file)), file.toString());
            } catch (MalformedFileException said) {
                requireReason(said);
            }
        }
    },
    WAIVERS("andon-waivers.yaml") {
        @Override
        void read(Path file) throws IOException {
            try {
                WaiversCodec.decodeYaml(new ByteArrayInputStream(Files.readAllBytes(file)), file.toString());
            } catch (MalformedFileException said) {
                requireReason(said);
            }
        }
    },
    CANARIES("canaries.json") {
        @Override
        void read(Path file) throws IOException {
            try {
                CanaryRecordCodec.decode(text(file), file.toString());
            } catch (MalformedFileException said) {
                requireReason(said);
            }
        }
    },
    PROOF("proof.json") {
        @Override
        void read(Path file) throws IOException {
            try {
                ProofReportCodec.decode(text(file), file.toString());
            } catch (MalformedFileException said) {
                requireReason(said);
            }
        }
    },
    DIFF("change.diff") {
        @Override
        void read(Path file) throws IOException {
            DiffReading.reason(text(file));
        }
    },
    CLASS_FILE("till") {
        @Override
        void read(Path file) {
            CodeIndex index = CodeIndex.of(
                    List.of(new ClassRoot(file.getParent(), "till", false)),
                    ClassSource.of(ClassLoader.getPlatformClassLoader()));
            index.classes().forEach(facts -> index.bodies(facts.name()));
            index.unreadable();
        }
    };

    private final String fileName;

    FileReaders(String fileName) {
        this.fileName = fileName;
    }

    /** The name that such a file has, and that its seed has among the test resources. */
    String fileName() {
        return fileName;
    }

    /** Reads a file; any error but those that belong to the reader is thrown. */
    abstract void read(Path file) throws IOException;

    /** Reads these bytes as a file in that folder. */
    final void read(byte[] data, Path folder) throws IOException {
        Path file = folder.resolve(fileName);
        Files.write(file, data);
        read(file);
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
