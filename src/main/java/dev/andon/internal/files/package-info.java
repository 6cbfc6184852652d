/** Opens and writes files; no other package does. A foundation that imports nothing but the JDK. */
@NullMarked
package dev.andon.internal.files;

import org.jspecify.annotations.NullMarked;
