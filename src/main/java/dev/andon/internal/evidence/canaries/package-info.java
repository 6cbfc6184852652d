/**
 * The corner of evidence that knows canaries: what their code reaches, what other builds recorded of theirs, which proofs
 * this build wrote, and which operations a file names. Judges nothing. Imports {@code bytecode}, {@code discover}, the
 * canaries' {@code spec}, nanojson, and for the one file that is YAML snakeyaml-engine, which is optional.
 */
@NullMarked
package dev.andon.internal.evidence.canaries;

import org.jspecify.annotations.NullMarked;
