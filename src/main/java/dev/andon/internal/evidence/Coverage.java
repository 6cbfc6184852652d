package dev.andon.internal.evidence;

import dev.andon.TestKind;
import dev.andon.internal.require.CounterType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of a service, a package or the whole code base was covered.
 *
 * @param scope what was measured: a service's name, {@code package com.acme.shop}, {@code the whole code base}
 * @param kind by which kind of test; null for all tests together
 * @param counters how much, by counter
 * @param gaps the methods that miss most, worst first, for the counters whose threshold is missed
 * @param problems why nothing is known, each a sentence with its fix
 * @param unlined why lines cannot be counted although everything else can, each a sentence with its fix
 * @param uncertain why more may be covered than is known, each a sentence; it matters where a threshold is missed
 */
public record Coverage(
        String scope,
        @Nullable TestKind kind,
        Map<CounterType, Counter> counters,
        Map<CounterType, List<Gap>> gaps,
        List<String> problems,
        List<String> unlined,
        List<String> uncertain) {

    /** Returns that nothing is known, and why. */
    public static Coverage unknown(String scope, @Nullable TestKind kind, String why) {
        return new Coverage(scope, kind, Map.of(), Map.of(), List.of(why), List.of(), List.of());
    }

    /** Returns how much was covered. */
    public Counter of(CounterType type) {
        return counters.getOrDefault(type, Counter.NONE);
    }

    /** Returns the methods that miss most, worst first. */
    public List<Gap> gaps(CounterType type) {
        return gaps.getOrDefault(type, List.of());
    }

    /** Returns why this counter is not known; empty where it is. */
    public List<String> problems(CounterType type) {
        return type == CounterType.LINE && problems.isEmpty() ? unlined : problems;
    }

    /** Returns the same, with one more reason why more may be covered. */
    public Coverage orMore(String why) {
        return new Coverage(
                scope,
                kind,
                counters,
                gaps,
                problems,
                unlined,
                Stream.concat(uncertain.stream(), Stream.of(why)).toList());
    }
}
