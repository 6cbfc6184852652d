package dev.andon.internal.junit;

import dev.andon.TestKind;
import dev.andon.internal.prove.ProofProgress;
import dev.andon.internal.text.Durations;
import java.time.Duration;

/** Says on the console how far a proof is, at the beginning and from time to time. */
final class ConsoleProgress implements ProofProgress {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final TestKind kind;
    private long nextNanos = System.nanoTime();

    ConsoleProgress(TestKind kind) {
        this.kind = kind;
        say("starting the " + kind.text() + "s again, to see which faults they detect");
    }

    @Override
    public void tell(int done, int all, Duration left) {
        long now = System.nanoTime();
        if (now - nextNanos >= 0 || done == all) {
            nextNanos = now + PAUSE.toNanos();
            say(kind.text() + "s: fault " + done + " of " + all
                    + (done == all
                            ? ""
                            : ", about " + Durations.text(Duration.ofSeconds(left.toSeconds() + 1)) + " left"));
        }
    }

    @SuppressWarnings("SystemOut")
    private static void say(String text) {
        System.out.println("Andon: " + text);
    }
}
