package dev.andon.internal.canary.write;

import org.junit.jupiter.api.extension.Extension;

/** Runs the tests of a canary, bounded and recorded. */
public final class CanaryExtension implements Extension {}
