/**
 * Tells receivers outside of the process that a canary alerts, or no longer does: Alertmanager, PagerDuty, a webhook, and a
 * dead-man ping. The state is sent anew while it holds, so there is no queue. Imports {@code formats}, {@code files} and
 * {@code text}.
 */
@NullMarked
package dev.andon.internal.canary.alert;

import org.jspecify.annotations.NullMarked;
