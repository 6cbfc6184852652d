package dev.andon.internal.judge;

import java.util.Map;

/**
 * What covered a service, stated whether or not anybody requires it.
 *
 * @param service the service's name
 * @param module the module that holds it
 * @param parts by {@code all}, then {@code unit}, {@code integration} and {@code end-to-end} tests and what is
 *     {@code unattributed}, as far as the data tells them apart
 */
public record ServiceCoverage(String service, String module, Map<String, Part> parts) {

    /** How many lines and branches were covered, of how many. */
    public record Part(int coveredLines, int lines, int coveredBranches, int branches) {}
}
