package dev.andon.internal.formats;

/** One line of the canary log. */
public sealed interface CanaryLogLine permits RunStart, RunEnd, AlertNotice {}
