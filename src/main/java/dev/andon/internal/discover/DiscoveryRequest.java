package dev.andon.internal.discover;

import dev.andon.ServiceConvention;
import java.util.List;

/**
 * What to look for.
 *
 * @param packages the packages that hold the services, their subpackages included, or patterns; none means all
 * @param includeServices patterns of class names that are services besides those found by their framework
 * @param excludeServices patterns of class names that are none, whatever else says so
 * @param conventions the user's own conventions
 */
public record DiscoveryRequest(
        List<String> packages,
        List<String> includeServices,
        List<String> excludeServices,
        List<ServiceConvention> conventions) {

    /** Returns a request for those packages and nothing else. */
    public static DiscoveryRequest of(String... packages) {
        return new DiscoveryRequest(List.of(packages), List.of(), List.of(), List.of());
    }
}
