/**
 * What the readiness rooms and the canary wing both must know and neither may have from the other: where Andon writes, what
 * somebody who misspelt a name probably meant, and how a sentence tells a long list. Imports the JDK alone.
 */
@NullMarked
package dev.andon.internal.text;

import org.jspecify.annotations.NullMarked;
