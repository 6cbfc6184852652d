package dev.andon.internal.judge;

import java.util.List;

/**
 * A readiness class, read.
 *
 * @param readinessClass its binary name
 * @param packages the packages whose services are judged, never empty
 * @param includeServices patterns of further services
 * @param excludeServices patterns of classes that are none
 * @param conventions the binary names of the user's conventions
 * @param demands what it asks for
 */
public record Declaration(
        String readinessClass,
        List<String> packages,
        List<String> includeServices,
        List<String> excludeServices,
        List<String> conventions,
        Demands demands) {

    /** Returns the same declaration with other demands. */
    public Declaration withDemands(Demands others) {
        return new Declaration(readinessClass, packages, includeServices, excludeServices, conventions, others);
    }
}
