package dev.andon.internal.judge;

import dev.andon.internal.discover.TestMethod;

/** How test methods are named in words. */
final class MethodLabels {
    private MethodLabels() {}

    static String name(TestMethod method) {
        return method.runsIn() + "." + method.name();
    }

    static String simpleName(TestMethod method) {
        return ServiceLabels.simple(method.runsIn()) + "." + method.name();
    }
}
