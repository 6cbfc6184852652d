package dev.andon.internal.frameworks;

/**
 * Describes calls by which a client sends or prepares a request.
 *
 * @param form how they show it
 * @param calls the calls
 */
public record RequestRule(RequestForm form, CallRule calls) {}
