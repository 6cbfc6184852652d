/**
 * Trust in TLS connections: the certificates that the configuration names, and those of the authority that a proof creates in
 * memory.
 */
@NullMarked
package dev.andon.internal.canary.tls;

import org.jspecify.annotations.NullMarked;
