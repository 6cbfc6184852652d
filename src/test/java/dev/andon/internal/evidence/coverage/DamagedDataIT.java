package dev.andon.internal.evidence.coverage;

import static dev.andon.internal.evidence.coverage.FixtureBuild.service;
import static dev.andon.internal.evidence.coverage.FixtureBuild.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.evidence.Counter;
import dev.andon.internal.evidence.coverage.fixtures.PayTestCases;
import dev.andon.internal.evidence.coverage.fixtures.RefundTestCases;
import dev.andon.internal.evidence.coverage.fixtures.Till;
import dev.andon.internal.judge.CoverageThresholds;
import dev.andon.internal.judge.Result;
import dev.andon.internal.require.CounterType;
import dev.andon.internal.require.CoverageRequirement.Bound;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jacoco.core.data.ExecutionDataReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Torn and damaged input never makes a violation pass, and is reported in a sentence, not a stack trace. */
class DamagedDataIT {

    private static final List<Bound> TOO_MUCH =
            List.of(new Bound(CounterType.LINE, null, 1), new Bound(CounterType.LINE, TestKind.INTEGRATION, 0.9));
    private static final byte[] HEADER = {1, (byte) 0xC0, (byte) 0xC0};

    @TempDir
    static Path folder;

    private static Path classes;
    private static byte[] good;
    private static List<Bound> justEnough;

    @BeforeAll
    static void runTheFixtures() throws Exception {
        classes = FixtureBuild.production(folder.resolve("shop"));
        Path exec = folder.resolve("good.exec");
        new TestsInChild().agentWriting(exec).run(PayTestCases.class, RefundTestCases.class);
        good = Files.readAllBytes(exec);
        CoverageMeter meter = meter(exec, classes);
        justEnough = new ArrayList<>();
        for (TestKind kind : new TestKind[] {null, TestKind.UNIT, TestKind.INTEGRATION}) {
            Counter line = meter.of(service(Till.class, classes), kind).of(CounterType.LINE);
            justEnough.add(new Bound(CounterType.LINE, kind, (double) line.covered() / line.total()));
        }
        assertThat(judge(exec, classes, TOO_MUCH).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(judge(exec, classes, justEnough).verdict()).isEqualTo(Verdict.MET);
    }

    private static CoverageMeter meter(Path exec, Path classes) {
        Inventory inventory = FixtureBuild.inventory(
                List.of(service(Till.class, classes)),
                test(PayTestCases.class, TestKind.UNIT),
                test(RefundTestCases.class, TestKind.INTEGRATION));
        return new CoverageMeter(
                ExecReader.read(List.of(exec), session -> true), FixtureBuild.classFiles(classes), inventory);
    }

    private static PracticeResult judge(Path exec, Path classes, List<Bound> bounds) {
        CoverageMeter meter = meter(exec, classes);
        return Result.merge(
                        "coverage",
                        CoverageThresholds.judge(bounds, kind -> meter.of(service(Till.class, classes), kind)))
                .orElseThrow();
    }

    /** No damage turns a violation into a pass, and damage that is seen is reported in a sentence. */
    private static Verdict judgeDamaged(byte[] damaged, String how) throws Exception {
        Path exec = Files.write(folder.resolve("damaged.exec"), damaged);
        PracticeResult violated = judge(exec, classes, TOO_MUCH);
        PracticeResult met = judge(exec, classes, justEnough);
        assertThat(violated.verdict()).as(how).isIn(Verdict.VIOLATED, Verdict.UNDECIDED);
        assertThat(met.verdict()).as(how).isIn(Verdict.MET, Verdict.VIOLATED, Verdict.UNDECIDED);
        if (met.verdict() == Verdict.UNDECIDED) {
            assertThat(met.found()).as(how).contains("overage data").doesNotContain("Exception:");
            assertThat(met.fix()).isNotEmpty();
        }
        return met.verdict();
    }

    @Test
    void parts_lost_or_doubled() throws Exception {
        Random random = new Random(11);
        int seen = 0;
        int rounds = 1_000;
        for (int round = 0; round < rounds; round++) {
            int from = random.nextInt(good.length);
            int to = from + random.nextInt(good.length - from);
            Verdict lost = judgeDamaged(
                    together(Arrays.copyOf(good, from), Arrays.copyOfRange(good, to, good.length)),
                    "lost " + from + "-" + to);
            judgeDamaged(together(Arrays.copyOf(good, to), Arrays.copyOfRange(good, from, good.length)), "doubled");
            seen += lost == Verdict.UNDECIDED ? 1 : 0;
        }
        assertThat(seen).isGreaterThan(rounds * 3 / 4);
    }

    @Test
    void blocks_doubled_or_in_another_order() throws Exception {
        List<byte[]> blocks = blocks();
        assertThat(blocks).hasSizeGreaterThan(2);
        Random random = new Random(13);
        for (int round = 0; round < 200; round++) {
            List<byte[]> others = new ArrayList<>(blocks);
            others.add(blocks.get(random.nextInt(blocks.size())));
            if (random.nextBoolean()) {
                Collections.shuffle(others, random);
            }
            assertThat(judgeDamaged(together(others.toArray(byte[][]::new)), "blocks"))
                    .isEqualTo(Verdict.MET);
        }
        // Files that are strung together are what they were.
        assertThat(judgeDamaged(together(good, good), "twice")).isEqualTo(Verdict.MET);
    }

    @Test
    void truncated_at_any_byte() throws Exception {
        int unseen = 0;
        for (int length = 0; length < good.length; length++) {
            Path exec = Files.write(folder.resolve("damaged.exec"), Arrays.copyOf(good, length));
            assertThat(judge(exec, classes, TOO_MUCH).verdict()).isNotIn(Verdict.MET, Verdict.NOT_APPLICABLE);
            unseen += judge(exec, classes, justEnough).verdict() == Verdict.UNDECIDED ? 0 : 1;
        }
        // Cut between two records: a shorter file, and a whole one. What it lost is reported as uncovered.
        assertThat(unseen).isLessThanOrEqualTo(records());
    }

    private static int records() throws IOException {
        AtomicInteger records = new AtomicInteger();
        ExecutionDataReader reader = new ExecutionDataReader(new ByteArrayInputStream(good));
        reader.setSessionInfoVisitor(session -> records.addAndGet(2));
        reader.setExecutionDataVisitor(data -> records.incrementAndGet());
        reader.read();
        return records.get();
    }

    @Test
    void any_flipped_bit_of_the_class_file() throws Exception {
        Path broken = FixtureBuild.production(folder.resolve("broken"));
        Path exec = Files.write(folder.resolve("whole.exec"), good);
        Path file = broken.resolve(Till.class.getName().replace('.', '/') + ".class");
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(17);
        for (int round = 0; round < 1_000; round++) {
            byte[] mutant = bytes.clone();
            mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, mutant);
            PracticeResult result = judge(exec, broken, TOO_MUCH);
            assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
            assertThat(result.found()).contains(Till.class.getName(), "class ids differ");
        }
    }

    private static List<byte[]> blocks() {
        List<byte[]> blocks = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= good.length; at++) {
            if (at == good.length || Arrays.equals(HEADER, 0, 3, good, at, Math.min(at + 3, good.length))) {
                blocks.add(Arrays.copyOfRange(good, from, at));
                from = at;
            }
        }
        return blocks;
    }

    private static byte[] together(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
