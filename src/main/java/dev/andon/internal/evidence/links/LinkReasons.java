package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.MethodKey;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reasons to link one test class to one service. */
final class LinkReasons {
    @Nullable String via;

    final Set<String> methods = new LinkedHashSet<>();
    final Set<String> routes = new LinkedHashSet<>();
    final Set<MethodKey> called = new LinkedHashSet<>();
    boolean byOtherThanCalls;

    /** Returns the methods of the service that are called; empty if the test also reaches it in another way. */
    Set<MethodKey> called() {
        return byOtherThanCalls ? Set.of() : called;
    }

    /** Adds a reason; the first one is told. The method is the test's; null for set-up code. */
    void add(String reason, @Nullable String method) {
        via = via == null ? reason : via;
        if (method != null) {
            methods.add(method);
        }
    }
}
