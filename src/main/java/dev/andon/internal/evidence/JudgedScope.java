package dev.andon.internal.evidence;

import dev.andon.internal.discover.Service;
import java.util.List;
import java.util.Map;

/**
 * What a readiness class leaves out of what it judges, and the readiness classes that never judge.
 *
 * @param outside the services in its module that lie outside of the judged packages
 * @param excluded the names of the services that {@code excludeServices} leaves out
 * @param unrun why readiness classes check nothing, by their names
 */
public record JudgedScope(List<Service> outside, List<String> excluded, Map<String, NotRunReason> unrun) {
    /** Nothing is left out. */
    public static final JudgedScope ALL = new JudgedScope(List.of(), List.of(), Map.of());
}
