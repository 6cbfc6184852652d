package dev.andon.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damaged files, for each reader: a number of mutants of each seed, always the same ones; more with
 * {@code -Dandon.fuzz.mutants=10000}, others with {@code -Dandon.fuzz.seed=2}.
 */
class MutantsTest {
    private static final int MUTANTS = Integer.getInteger("andon.fuzz.mutants", 100);
    private static final long SEED = Long.getLong("andon.fuzz.seed", 1);

    @TempDir
    static Path folder;

    static byte[] seed(FileReaders reader) throws IOException {
        try (InputStream in = MutantsTest.class.getResourceAsStream(
                "ReadersFuzzInputs/" + method(reader) + "/" + reader.fileName())) {
            return in.readAllBytes();
        }
    }

    private static String method(FileReaders reader) {
        return reader.name().toLowerCase(Locale.ROOT).replace("_file", "File");
    }

    @ParameterizedTest
    @EnumSource
    void a_seed_is_in_order(FileReaders reader) {
        assertThatCode(() -> reader.understand(seed(reader))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void mutants_are_read_or_refused(FileReaders reader) throws IOException {
        Random random = new Random(SEED);
        List<byte[]> seeds = new ArrayList<>();
        for (FileReaders each : FileReaders.values()) {
            seeds.add(seed(each));
        }
        for (int i = 0; i < MUTANTS; i++) {
            byte[] data = seed(reader);
            Mutator[] mutators = Mutator.values();
            List<Mutator> applied = new ArrayList<>();
            for (int more = random.nextInt(3); more >= 0; more--) {
                Mutator mutator = mutators[(i + more) % mutators.length];
                data = mutator.apply(data, random, seeds);
                applied.add(mutator);
            }
            long start = System.nanoTime();
            try {
                reader.read(data, Files.createDirectories(folder.resolve(reader.name())));
            } catch (Throwable unexpected) {
                Path kept = Files.write(Path.of("target", reader.name() + "-" + i + ".mutant"), data);
                throw new AssertionError(reader + ", mutant " + i + " " + applied + ", kept as " + kept, unexpected);
            }
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                    .as("%s, mutant %d %s", reader, i, applied)
                    .isLessThan(10);
        }
    }
}
