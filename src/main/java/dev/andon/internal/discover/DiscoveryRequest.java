package dev.andon.internal.discover;

import dev.andon.ServiceConvention;
import java.util.List;

/**
 * What discovery looks for.
 *
 * @param packages the packages of the services, their subpackages included, or patterns; empty for all
 * @param includeServices patterns of class names that are services besides those found by their framework
 * @param excludeServices patterns of class names that are not services, whatever else makes them one
 * @param conventions the user's own conventions
 * @param assertionsIn patterns of library classes that are followed like helpers of the build
 */
public record DiscoveryRequest(
        List<String> packages,
        List<String> includeServices,
        List<String> excludeServices,
        List<ServiceConvention> conventions,
        List<String> assertionsIn) {

    /** Creates a request that names no library of helpers. */
    public DiscoveryRequest(
            List<String> packages,
            List<String> includeServices,
            List<String> excludeServices,
            List<ServiceConvention> conventions) {
        this(packages, includeServices, excludeServices, conventions, List.of());
    }

    /** Returns a request for the services of these packages. */
    public static DiscoveryRequest of(String... packages) {
        return new DiscoveryRequest(List.of(packages), List.of(), List.of(), List.of());
    }
}
