/**
 * What acts inside of the JVM in which tests are proven: probes at the head and the returns of chosen methods, and the
 * switch that turns one fault on. Knows neither JUnit nor readiness.
 */
@NullMarked
package dev.andon.internal.prove.agent;

import org.jspecify.annotations.NullMarked;
