package dev.andon.internal.require;

import java.util.List;

/**
 * A readiness class, read.
 *
 * @param readinessClass its binary name
 * @param packages the packages whose services are judged, never empty
 * @param includeServices patterns of further services
 * @param excludeServices patterns of classes that are none
 * @param conventions the binary names of the user's conventions
 * @param assertionsIn patterns of library classes that hold assertions
 * @param requirements what it asks for
 */
public record ReadinessDeclaration(
        String readinessClass,
        List<String> packages,
        List<String> includeServices,
        List<String> excludeServices,
        List<String> conventions,
        List<String> assertionsIn,
        Requirements requirements) {

    /** Creates a declaration that names no library of assertions. */
    public ReadinessDeclaration(
            String readinessClass,
            List<String> packages,
            List<String> includeServices,
            List<String> excludeServices,
            List<String> conventions,
            Requirements requirements) {
        this(readinessClass, packages, includeServices, excludeServices, conventions, List.of(), requirements);
    }

    /** Returns the same declaration with other requirements. */
    public ReadinessDeclaration withRequirements(Requirements others) {
        return new ReadinessDeclaration(
                readinessClass, packages, includeServices, excludeServices, conventions, assertionsIn, others);
    }
}
