package dev.andon.internal.evidence.coverage;

import dev.andon.TestKind;
import dev.andon.internal.evidence.Counter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of a service, a package or the whole code base was covered.
 *
 * @param scope what it is of, in words: a service's name, {@code package com.acme.shop}, {@code the whole code base}
 * @param kind by which kind of test; null for all tests together
 * @param counters how much, by every unit
 * @param worst finds the methods that miss most of a unit, worst first, which is worth its cost only where a threshold is
 *     missed
 * @param problems why nothing can be said, each a sentence with its fix
 * @param unlined why its lines cannot be counted though all else can, each a sentence with its fix
 * @param uncertain why more may be covered than is known, each a sentence: it counts where a threshold is missed
 */
public record Coverage(
        String scope,
        @Nullable TestKind kind,
        Map<CounterType, Counter> counters,
        Function<CounterType, List<Gap>> worst,
        List<String> problems,
        List<String> unlined,
        List<String> uncertain) {

    /** Returns that nothing is known, and why. */
    static Coverage unknown(String scope, @Nullable TestKind kind, String why) {
        return new Coverage(scope, kind, Map.of(), unit -> List.of(), List.of(why), List.of(), List.of());
    }

    /** Returns how much of that unit was covered. */
    public Counter of(CounterType unit) {
        return counters.getOrDefault(unit, Counter.NONE);
    }

    /** Returns why nothing can be said of that unit. */
    public List<String> problems(CounterType unit) {
        return unit == CounterType.LINE && problems.isEmpty() ? unlined : problems;
    }

    /** Returns the same, with one more reason why more may be covered. */
    public Coverage orMore(String why) {
        return new Coverage(
                scope,
                kind,
                counters,
                worst,
                problems,
                unlined,
                Stream.concat(uncertain.stream(), Stream.of(why)).toList());
    }
}
