/**
 * The public API: the annotations of a readiness class, the entry points, and the types of their results.
 *
 * <pre>{@code
 * @OperationalReadiness(packagesOf = ShopApplication.class)
 * @RequireCoverage(line = 0.80)
 * class ShopReadinessTest implements ReadinessChecks {}
 * }</pre>
 *
 * <p>The packages below {@code dev.andon.internal} are not API. They use the annotations and result types of this package,
 * never its entry points.
 *
 * @since 0.1
 */
@NullMarked
package dev.andon;

import org.jspecify.annotations.NullMarked;
