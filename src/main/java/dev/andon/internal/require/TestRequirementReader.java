package dev.andon.internal.require;

import dev.andon.Evidence;
import dev.andon.TestKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code @RequireTests}.
 *
 * @param kinds the kinds of test that are required
 * @param evidence the weakest evidence that is accepted, where it is not the strongest that the build offers
 */
record TestRequirementReader(Set<TestKind> kinds, Map<TestKind, Evidence> evidence) {

    static TestRequirementReader read(ReadinessAnnotations annotations) {
        TestRequirementReader read =
                new TestRequirementReader(EnumSet.noneOf(TestKind.class), new EnumMap<>(TestKind.class));
        annotations.each("RequireTests").forEach(read::add);
        return read;
    }

    private void add(AnnotationAttributes requirement) {
        TestKind kind = TestKind.valueOf(requirement.constant("kind").orElseThrow());
        if (kind == TestKind.CANARY) {
            throw requirement.misuse("kind", "CANARY", "canaries are required by @RequireCanaries");
        }
        if (kind == TestKind.ANY) {
            throw requirement.misuse("kind", "ANY", "name one kind: UNIT, INTEGRATION or END_TO_END");
        }
        if (!kinds.add(kind)) {
            throw requirement.misuse("kind", kind.name(), "required twice; keep one");
        }
        requirement.constant("evidence").map(Evidence::valueOf).ifPresent(weakest -> {
            if (weakest == Evidence.NONE) {
                throw requirement.misuse(
                        "evidence", "NONE", "leave it out to require the strongest that the build offers");
            }
            if (weakest != Evidence.STRONGEST) {
                evidence.put(kind, weakest);
            }
        });
    }

    /** Returns the evidence that tests must give by themselves: for what must be proven, the strongest that there is. */
    Map<TestKind, Evidence> withoutProof() {
        Map<TestKind, Evidence> others = new EnumMap<>(TestKind.class);
        evidence.forEach((kind, weakest) -> {
            if (weakest != Evidence.PROVEN) {
                others.put(kind, weakest);
            }
        });
        return others;
    }
}
