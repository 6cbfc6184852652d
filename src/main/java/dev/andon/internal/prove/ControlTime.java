package dev.andon.internal.prove;

import dev.andon.internal.formats.TestProof;
import dev.andon.internal.text.ClassNames;
import dev.andon.internal.text.FirstFew;
import dev.andon.internal.text.Plural;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** How long the control runs may take, so that how long a build takes follows from its budget, whatever its tests do. */
final class ControlTime {

    /** How long one test class may take. */
    private static final Duration LONGEST_CLASS = Duration.ofMinutes(10);

    /** How long all of them get at least: a small budget says nothing about how long an application takes to start. */
    private static final Duration LEAST = Duration.ofMinutes(10);

    private static final int BUDGETS = 5;

    /** The part of the first run, which starts the application: three fifths. */
    private static final int FIRST_PARTS = 3;

    private static final int PARTS = 5;
    private static final int LEAST_SHARES = 20;

    /** Where classes one after another do not end, the time may be too short rather than each of them hang. */
    private static final int CUT_BEFORE_DOUBLED = 2;

    private static final int MOST_DOUBLED = 10;
    private static final int NAMED = 3;

    private final Duration all;
    private final LongSupplier nanos;
    private final long begin;

    ControlTime(Duration budget, LongSupplier nanos) {
        Duration several = budget.multipliedBy(BUDGETS);
        this.all = several.compareTo(LEAST) < 0 ? LEAST : several;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    /** The first run leaves time for the second. */
    private long leftOfFirst() {
        return left(all.multipliedBy(FIRST_PARTS).dividedBy(PARTS));
    }

    /**
     * Returns how many milliseconds a class may take in the first run.
     *
     * @param waiting how many classes wait for their turn after it
     * @param longest how long the longest class took that ended
     * @param cut how many classes in a row did not end before it
     */
    long shareOfFirst(int waiting, long longest, int cut) {
        long most = part(leftOfFirst(), waiting);
        // The first class starts the application, and nothing tells how long that takes.
        return waiting == 0 || (longest == 0 && cut == 0)
                ? most
                : Math.min(most, Math.max(leastShare(), longest) << Math.min(MOST_DOUBLED, cut / CUT_BEFORE_DOUBLED));
    }

    /** Returns how many milliseconds a class may take in the first run that did not end in its share before. */
    long shareOnceMore() {
        return part(leftOfFirst(), 1);
    }

    /**
     * Returns how many milliseconds a class may take in the second run; 0 where the time is over.
     *
     * @param waiting how many classes wait for their turn after it
     * @param longest how long the longest class took in the first run
     */
    long shareOfSecond(int waiting, long longest) {
        return Math.min(part(left(all), waiting), Math.max(leastShare(), 2 * longest));
    }

    /** How long a class may take at least that follows others, however short these are. */
    private long leastShare() {
        return all.toMillis() / LEAST_SHARES;
    }

    /** One that hangs takes half of what is left, so that later ones run too; the half of little would be too short. */
    private long part(long left, int waiting) {
        long half = Math.max(left / 2, Math.min(left, leastShare()));
        return Math.min(waiting > 0 ? half : left, LONGEST_CLASS.toMillis());
    }

    private long left(Duration of) {
        return Math.max(0, of.toMillis() - elapsedNanos() / 1_000_000);
    }

    long elapsedNanos() {
        return nanos.getAsLong() - begin;
    }

    /** Returns why a class is left out that was not run, as the rest of a sentence. */
    String notRun() {
        return TestProof.LeftOut.NOT_RUN + ": control runs take longer than " + ProofResults.words(all) + "; " + more();
    }

    /** Returns why a class is left out that used all of its share, as the rest of a sentence. */
    static String notEnded(long shareMillis) {
        return TestProof.LeftOut.NOT_ENDED + " " + ProofResults.words(Duration.ofMillis(shareMillis))
                + " without a fault, its share of the control runs";
    }

    /** Returns why nothing that these classes might detect is known. */
    String reason(List<String> notRun) {
        return Plural.count(notRun.size(), "test class") + " could not be run without a fault in "
                + ProofResults.words(all) + " ("
                + FirstFew.of(notRun.stream().map(ClassNames::simple).toList(), NAMED)
                + "); " + more() + ", or prove fewer services";
    }

    /** A smaller budget than the first of these changes nothing. */
    private String more() {
        Duration enough = all.dividedBy(BUDGETS);
        return "a budget above " + ProofResults.words(enough) + " gives them more time, "
                + ProofResults.words(enough.multipliedBy(2)) + " twice as much";
    }
}
