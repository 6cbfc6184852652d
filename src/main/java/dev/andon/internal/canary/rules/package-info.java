/**
 * Exports what canaries declare to systems that evaluate it: alerting rules for Prometheus, alarms for CloudWatch, a dashboard
 * for Grafana. Pure functions from declarations to text.
 */
@NullMarked
package dev.andon.internal.canary.rules;

import org.jspecify.annotations.NullMarked;
