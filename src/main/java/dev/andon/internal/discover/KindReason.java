package dev.andon.internal.discover;

import dev.andon.TestKind;
import dev.andon.internal.frameworks.TestSetup;

/** A kind of test, and why a test class is of that kind. */
record KindReason(TestKind kind, String reason) {

    static KindReason of(TestSetup setup) {
        return new KindReason(setup.kind(), setup.reason());
    }
}
