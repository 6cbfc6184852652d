package dev.andon.internal.evidence.coverage;

import dev.andon.TestKind;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How much of a service, a package or the whole code base was covered.
 *
 * @param scope what it is of, in words: a service's name, {@code package com.acme.shop}, {@code the whole code base}
 * @param kind by which kind of test; null for all tests together
 * @param line its lines
 * @param branch its branches
 * @param method its methods
 * @param instruction its bytecode instructions
 * @param worst finds the methods that miss most, which is worth its cost only where a threshold is missed
 * @param problems why nothing can be said, each a sentence with its mend
 * @param uncertain why more may be covered than is known, each a sentence: it counts where a threshold is missed
 */
public record Coverage(
        String scope,
        @Nullable TestKind kind,
        Counter line,
        Counter branch,
        Counter method,
        Counter instruction,
        Supplier<List<Gap>> worst,
        List<String> problems,
        List<String> uncertain) {

    /** Returns the worst of its methods that are not covered in full, worst first. */
    public List<Gap> gaps() {
        return worst.get();
    }
}
