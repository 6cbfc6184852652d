package dev.andon.internal.evidence.coverage;

import dev.andon.internal.evidence.Counter;
import dev.andon.internal.require.CounterType;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ICoverageNode;
import org.jacoco.core.analysis.ICoverageNode.CounterEntity;

/** Reads JaCoCo's counters. */
final class JacocoCounters {
    private JacocoCounters() {}

    static ICounter of(ICoverageNode node, CounterType type) {
        return node.getCounter(
                switch (type) {
                    case LINE -> CounterEntity.LINE;
                    case BRANCH -> CounterEntity.BRANCH;
                    case METHOD -> CounterEntity.METHOD;
                    case INSTRUCTION -> CounterEntity.INSTRUCTION;
                });
    }

    static Counter counter(ICounter counter) {
        return new Counter(counter.getCoveredCount(), counter.getTotalCount());
    }
}
