package dev.andon.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Fuzzes each reader, led by its coverage, for the time that the method states:
 * {@code JAZZER_FUZZ=1 mvn test -Dtest=ReadersFuzz#exec}. Not part of the build, whose classes it would instrument.
 */
class ReadersFuzz {
    @FuzzTest(maxDuration = "5m")
    void ledger(byte[] data) throws IOException {
        fuzz(FileReaders.LEDGER, data);
    }

    @FuzzTest(maxDuration = "5m")
    void report(byte[] data) throws IOException {
        fuzz(FileReaders.REPORT, data);
    }

    @FuzzTest(maxDuration = "5m")
    void exec(byte[] data) throws IOException {
        fuzz(FileReaders.EXEC, data);
    }

    @FuzzTest(maxDuration = "5m")
    void pom(byte[] data) throws IOException {
        fuzz(FileReaders.POM, data);
    }

    @FuzzTest(maxDuration = "5m")
    void operations(byte[] data) throws IOException {
        fuzz(FileReaders.OPERATIONS, data);
    }

    @FuzzTest(maxDuration = "5m")
    void waivers(byte[] data) throws IOException {
        fuzz(FileReaders.WAIVERS, data);
    }

    @FuzzTest(maxDuration = "5m")
    void canaries(byte[] data) throws IOException {
        fuzz(FileReaders.CANARIES, data);
    }

    @FuzzTest(maxDuration = "5m")
    void proof(byte[] data) throws IOException {
        fuzz(FileReaders.PROOF, data);
    }

    @FuzzTest(maxDuration = "5m")
    void diff(byte[] data) throws IOException {
        fuzz(FileReaders.DIFF, data);
    }

    @FuzzTest(maxDuration = "5m")
    void classFile(byte[] data) throws IOException {
        fuzz(FileReaders.CLASS_FILE, data);
    }

    @FuzzTest(maxDuration = "5m")
    void properties(byte[] data) throws IOException {
        fuzz(FileReaders.PROPERTIES, data);
    }

    @FuzzTest(maxDuration = "5m")
    void settings(byte[] data) throws IOException {
        fuzz(FileReaders.SETTINGS, data);
    }

    @FuzzTest(maxDuration = "5m")
    void results(byte[] data) throws IOException {
        fuzz(FileReaders.RESULTS, data);
    }

    @FuzzTest(maxDuration = "5m")
    void baseline(byte[] data) throws IOException {
        fuzz(FileReaders.BASELINE, data);
    }

    @FuzzTest(maxDuration = "5m")
    void history(byte[] data) throws IOException {
        fuzz(FileReaders.HISTORY, data);
    }

    @FuzzTest(maxDuration = "5m")
    void proven(byte[] data) throws IOException {
        fuzz(FileReaders.PROVEN, data);
    }

    @FuzzTest(maxDuration = "5m")
    void log(byte[] data) throws IOException {
        fuzz(FileReaders.LOG, data);
    }

    @FuzzTest(maxDuration = "5m")
    void trust(byte[] data) throws IOException {
        fuzz(FileReaders.TRUST, data);
    }

    @FuzzTest(maxDuration = "5m")
    void application(byte[] data) throws IOException {
        fuzz(FileReaders.APPLICATION, data);
    }

    @FuzzTest(maxDuration = "5m")
    void platform(byte[] data) throws IOException {
        fuzz(FileReaders.PLATFORM, data);
    }

    @FuzzTest(maxDuration = "5m")
    void command(byte[] data) throws IOException {
        fuzz(FileReaders.COMMAND, data);
    }

    @FuzzTest(maxDuration = "5m")
    void jar(byte[] data) throws IOException {
        fuzz(FileReaders.JAR, data);
    }

    private static void fuzz(FileReaders reader, byte[] data) throws IOException {
        Path own = Files.createTempDirectory("andon-fuzz");
        try {
            reader.read(Arrays.copyOf(data, data.length), own);
        } finally {
            Files.deleteIfExists(own.resolve(reader.fileName()));
            Files.deleteIfExists(own);
        }
    }
}
