package dev.andon.internal.judge;

/**
 * What is wrong with a canary.
 *
 * @param found what was found, with class and line
 * @param fix how to fix it
 */
public record CanaryFault(String found, String fix) {}
