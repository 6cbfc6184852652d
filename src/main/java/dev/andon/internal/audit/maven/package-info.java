/**
 * Reads poms offline with Maven's model builder: the modules, the executions of the test plugins, the jars on a module's
 * class path. The only package that depends on Maven.
 */
@NullMarked
package dev.andon.internal.audit.maven;

import org.jspecify.annotations.NullMarked;
