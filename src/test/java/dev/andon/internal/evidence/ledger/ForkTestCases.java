package dev.andon.internal.evidence.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a fork runs: classes that wait for one another, and one that never ends. */
final class ForkTestCases {

    private ForkTestCases() {}

    /** Ends only when as many forks as there should be are inside it at once. */
    private static void meet() throws IOException, InterruptedException {
        Path place = Path.of(System.getProperty("meeting.place"));
        Files.createFile(place.resolve(Long.toString(ProcessHandle.current().pid())));
        while (present(place) < Integer.getInteger("meeting.size")) {
            Thread.sleep(5);
        }
    }

    private static long present(Path place) throws IOException {
        try (Stream<Path> there = Files.list(place)) {
            return there.count();
        }
    }

    static final class FirstTestCases {
        @Test
        void meets() throws Exception {
            meet();
        }
    }

    static final class SecondTestCases {
        @Test
        void meets() throws Exception {
            meet();
        }
    }

    static final class QuickTestCases {
        @Test
        void passes() {}
    }

    static final class EndlessTestCases {
        @Test
        void says_that_it_is_inside_and_stays() throws InterruptedException {
            System.out.println("inside");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
