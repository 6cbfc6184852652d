package dev.andon.internal.audit;

import dev.andon.internal.audit.maven.MavenModules;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.ReadinessClassFault;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.evidence.NotRunReason.Cause;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the readiness classes that never judge: a gate that everybody believes to be there. */
final class UnrunReadinessClasses {
    private final Map<String, NotRunReason> all = new TreeMap<>();
    /** The modules of which each is true; none for a class that is written wrongly, wherever it stands. */
    private final Map<String, Set<String>> modules = new HashMap<>();

    UnrunReadinessClasses(CodeIndex index, MavenModules poms) {
        Discovery.faultyReadinessClasses(index).forEach((name, fault) -> all.put(name, reason(fault)));
        if (!Discovery.readinessClasses(index).isEmpty()) {
            Discovery.discover(index, DiscoveryRequest.of()).testClasses().stream()
                    .filter(TestClass::readiness)
                    .forEach(readiness -> poms.absence(readiness)
                            .filter(reason -> reason.cause() == Cause.NO_EXECUTION)
                            .ifPresent(reason -> unbound(readiness, reason)));
        }
    }

    private void unbound(TestClass readiness, NotRunReason reason) {
        if (all.putIfAbsent(readiness.name(), reason) == null || modules.containsKey(readiness.name())) {
            modules.computeIfAbsent(readiness.name(), name -> new HashSet<>()).add(readiness.module());
        }
    }

    /** Returns those that the report of one readiness class names: its own, and for the first all without a report. */
    Map<String, NotRunReason> of(String readinessClass, String module, boolean first, Collection<String> withReport) {
        Map<String, NotRunReason> own = new LinkedHashMap<>(all);
        own.keySet()
                .removeIf(name -> name.equals(readinessClass)
                        ? !modules.getOrDefault(name, Set.of(module)).contains(module)
                        : !first || withReport.contains(name));
        return own;
    }

    private static NotRunReason reason(ReadinessClassFault fault) {
        return new NotRunReason(Cause.NO_EXECUTION, fault.words(), fault.fix());
    }
}
