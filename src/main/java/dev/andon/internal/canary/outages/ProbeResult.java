package dev.andon.internal.canary.outages;

/** What one run says about the operation. */
public enum ProbeResult {
    /** It worked: in time or not, at the first attempt or at a later one. */
    GOOD,
    /** It did not work. */
    BAD,
    /** Nothing was learnt. */
    UNKNOWN
}
