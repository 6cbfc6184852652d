package dev.andon.internal.formats;

import java.time.Instant;
import java.util.Map;

/**
 * A canary that turned red under every fault that was injected, and the code of it that did.
 *
 * @param canary the binary name of its class
 * @param at when the proof ended
 * @param classes the SHA-256 digests of the class files that it consists of, in hexadecimal, by their binary names
 */
public record ProvenCanary(String canary, Instant at, Map<String, String> classes) {}
