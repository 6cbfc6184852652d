package dev.andon.internal.canary.prove;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Once in a build; {@code -Dandon.test.repetitions=20} proves each canary twenty times, in another order each time. */
final class Repetitions {
    private static final int REPETITIONS = Integer.getInteger("andon.test.repetitions", 1);

    private Repetitions() {}

    static Stream<Class<?>> of(Stream<Class<?>> canaries) {
        List<Class<?>> all = canaries.toList();
        return IntStream.range(0, REPETITIONS).boxed().flatMap(i -> {
            List<Class<?>> mixed = new ArrayList<>(all);
            Collections.shuffle(mixed);
            return mixed.stream();
        });
    }
}
