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
import dev.andon.internal.judge.CoverageJudge;
import dev.andon.internal.require.CoverageRequirement.Bound;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged input gives the verdict of the undamaged one, or says what is wrong: no stack trace, and never a silent pass. */
class DamagedDataTest {

    private static final List<Bound> TOO_MUCH =
            List.of(new Bound(CounterType.LINE, null, 1), new Bound(CounterType.LINE, TestKind.INTEGRATION, 0.9));
    private static final byte[] HEADER = {1, (byte) 0xC0, (byte) 0xC0};

    private static final int HEADER_LENGTH = 5;

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
        return CoverageJudge.judge(bounds, kind -> meter.of(service(Till.class, classes), kind));
    }

    /** What must hold of a damaged exec file; returns whether the damage was seen. */
    private static boolean holds(byte[] mutant, String how) throws Exception {
        Path exec = Files.write(folder.resolve("mutant.exec"), mutant);
        PracticeResult violated = judge(exec, classes, TOO_MUCH);
        PracticeResult met = judge(exec, classes, justEnough);
        assertThat(violated.verdict()).as(how).isIn(Verdict.VIOLATED, Verdict.UNDECIDED);
        assertThat(met.verdict()).as(how).isIn(Verdict.MET, Verdict.UNDECIDED);
        if (met.verdict() == Verdict.UNDECIDED) {
            assertThat(met.found()).as(how).contains("overage data").doesNotContain("Exception:");
            assertThat(met.fix()).isNotEmpty();
        }
        return met.verdict() == Verdict.UNDECIDED;
    }

    @Test
    void any_flipped_bit() throws Exception {
        int seen = 0;
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] mutant = good.clone();
            mutant[bit / 8] ^= (byte) (1 << bit % 8);
            seen += holds(mutant, "bit " + bit) ? 1 : 0;
        }
        assertThat(seen).isGreaterThan(good.length);
    }

    @Test
    void parts_lost_doubled_or_strange() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 1_500; round++) {
            int from = random.nextInt(good.length);
            int to = from + random.nextInt(good.length - from);
            byte[] strange = new byte[to - from];
            random.nextBytes(strange);
            holds(
                    together(Arrays.copyOf(good, from), Arrays.copyOfRange(good, to, good.length)),
                    "lost " + from + "-" + to);
            holds(together(Arrays.copyOf(good, to), Arrays.copyOfRange(good, from, good.length)), "doubled");
            holds(together(Arrays.copyOf(good, from), strange, Arrays.copyOfRange(good, to, good.length)), "strange");
        }
    }

    @Test
    void blocks_doubled_or_in_another_order() throws Exception {
        List<byte[]> blocks = blocks();
        assertThat(blocks).hasSizeGreaterThan(4);
        Random random = new Random(13);
        for (int round = 0; round < 200; round++) {
            List<byte[]> others = new ArrayList<>(blocks);
            others.add(blocks.get(random.nextInt(blocks.size())));
            if (random.nextBoolean()) {
                Collections.shuffle(others, random);
            }
            holds(together(others.toArray(byte[][]::new)), "blocks");
        }
        // Files that are strung together are what they were.
        assertThat(holds(together(good, good), "twice")).isFalse();
    }

    @Test
    void truncated_at_any_byte() throws Exception {
        List<Integer> ends = new ArrayList<>();
        int end = 0;
        for (byte[] block : blocks()) {
            end += block.length;
            ends.add(end);
        }
        int shorter = 0;
        for (int length = 0; length < good.length; length++) {
            Path exec = Files.write(folder.resolve("mutant.exec"), Arrays.copyOf(good, length));
            assertThat(judge(exec, classes, TOO_MUCH).verdict()).isNotIn(Verdict.MET, Verdict.NOT_APPLICABLE);
            PracticeResult result = judge(exec, classes, justEnough);
            if (result.verdict() == Verdict.VIOLATED) {
                // Cut right behind a seal: a shorter file, and a whole one. What it lost is said to be uncovered.
                assertThat(ends).containsAnyOf(length, length - HEADER_LENGTH);
                shorter++;
            }
        }
        assertThat(shorter).isLessThanOrEqualTo(6);
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
