package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.internal.canary.policy.CanarySpec;
import java.util.List;

/**
 * A canary, and what its own module's build says of it.
 *
 * @param written what its annotation holds
 * @param practices the practices that its class file decides
 */
public record JudgedCanary(CanarySpec.Written written, List<PracticeResult> practices) {}
