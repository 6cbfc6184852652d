package dev.andon.internal.canary.prove;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What reads would have been answered before a run's writes, and how often that was answered in place of the truth. */
final class StaleResponses {
    private final Map<String, HttpMessage> answers = new HashMap<>();
    private boolean written;
    private Given given = Given.NONE;

    /** What came of giving old answers. */
    enum Given {
        /** No read had an answer from before the write. */
        NONE,
        /** The old answer was the true one still, so that nobody could tell. */
        SAME,
        /** It differed from the true one. */
        OTHER
    }

    void clear() {
        answers.clear();
        written = false;
        given = Given.NONE;
    }

    Given given() {
        return given;
    }

    boolean knows(String key) {
        return answers.containsKey(key);
    }

    /** Keeps the answer to a read as one from before the write, unless there is an older one. */
    void add(String key, HttpMessage answer) {
        answers.putIfAbsent(key, answer);
    }

    /** Sees what the canary itself exchanged: before the first write its reads tell what is old later. */
    void see(RecordedRequest exchange) {
        written |= exchange.writes();
        if (!written) {
            add(exchange.key(), exchange.answer());
        }
    }

    /** Returns the old answer where there is one from before a write, else the true one. */
    HttpMessage inPlaceOf(String key, HttpMessage now) {
        Optional<HttpMessage> old = Optional.ofNullable(written ? answers.get(key) : null);
        old.ifPresent(answer -> {
            boolean same = answer.status() == now.status() && answer.text().equals(now.text());
            given = !same ? Given.OTHER : given == Given.NONE ? Given.SAME : given;
        });
        return old.orElse(now);
    }
}
