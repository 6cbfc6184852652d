package dev.andon.internal.judge;

import dev.andon.internal.discover.TestMethod;

/** How test methods are named in words. */
final class Methods {
    private Methods() {}

    static String name(TestMethod method) {
        return method.runsIn() + "." + method.name();
    }

    static String simpleName(TestMethod method) {
        return Names.simple(method.runsIn()) + "." + method.name();
    }
}
