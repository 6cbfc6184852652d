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

    /**
     * Returns how many milliseconds a class may take in the first run, which leaves time for the second; 0 where it is over.
     *
     * @param later how many classes run after it
     */
    long shareOfFirst(int later) {
        return share(all.multipliedBy(3).dividedBy(5), later);
    }

    /** Returns how many milliseconds a class may take in the second run; 0 where the time is over. */
    long shareOfSecond(int later) {
        return share(all, later);
    }

    /** One that hangs takes half of what is left, so that later ones run too. */
    private long share(Duration of, int later) {
        long left = of.toMillis() - elapsedNanos() / 1_000_000;
        return Math.max(0, Math.min(later > 0 ? left / 2 : left, LONGEST_CLASS.toMillis()));
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
