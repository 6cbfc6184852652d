package dev.andon.internal.evidence.coverage;

import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ICoverageNode;

/** What can be counted. */
public enum Unit {
    LINE("lines", "line") {
        @Override
        ICounter of(ICoverageNode node) {
            return node.getLineCounter();
        }
    },
    BRANCH("branches", "branch") {
        @Override
        ICounter of(ICoverageNode node) {
            return node.getBranchCounter();
        }
    },
    METHOD("methods", "method") {
        @Override
        ICounter of(ICoverageNode node) {
            return node.getMethodCounter();
        }
    },
    INSTRUCTION("instructions", "instruction") {
        @Override
        ICounter of(ICoverageNode node) {
            return node.getInstructionCounter();
        }
    };

    private final String words;
    private final String one;

    Unit(String words, String one) {
        this.words = words;
        this.one = one;
    }

    abstract ICounter of(ICoverageNode node);

    /** Returns the word for so many. */
    public String words(int number) {
        return number == 1 ? one : words;
    }
}
