package dev.andon.internal.frameworks;

/**
 * Describes calls by which a client sends or prepares a request.
 *
 * @param form how they show it
 * @param calls the calls
 * @param prepares whether they only prepare it: nothing is requested before their result is sent
 */
public record RequestRule(RequestForm form, CallRule calls, boolean prepares) {}
