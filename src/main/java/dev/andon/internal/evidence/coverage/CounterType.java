package dev.andon.internal.evidence.coverage;

import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ICoverageNode;
import org.jacoco.core.analysis.ICoverageNode.CounterEntity;

/** What can be counted. */
public enum CounterType {
    LINE(CounterEntity.LINE, "lines", "line"),
    BRANCH(CounterEntity.BRANCH, "branches", "branch"),
    METHOD(CounterEntity.METHOD, "methods", "method"),
    INSTRUCTION(CounterEntity.INSTRUCTION, "instructions", "instruction");

    private final CounterEntity entity;
    private final String words;
    private final String one;

    CounterType(CounterEntity entity, String words, String one) {
        this.entity = entity;
        this.words = words;
        this.one = one;
    }

    ICounter of(ICoverageNode node) {
        return node.getCounter(entity);
    }

    /** Returns the word for so many. */
    public String words(int number) {
        return number == 1 ? one : words;
    }
}
