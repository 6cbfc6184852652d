/**
 * One codec for each file that Andon writes and reads, used by the writer and by the reader, with the record that it
 * encodes. A codec's {@code decode} refuses malformed text with one {@link MalformedFileException}, whose message names the
 * file and the cause.
 *
 * <p>A shared foundation: every other package may import it. It imports {@code text}, the enums and records of the public
 * packages, the JSON library, and the YAML library, which is optional.
 */
@NullMarked
package dev.andon.internal.formats;

import org.jspecify.annotations.NullMarked;
