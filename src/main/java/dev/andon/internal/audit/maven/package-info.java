/**
 * The corner of audit that understands poms, offline: which modules, which executions of test plugins, which jars. Imports
 * Maven's own model builder, and {@code bytecode}, {@code discover} and {@code evidence} for what it says to audit.
 */
@NullMarked
package dev.andon.internal.audit.maven;

import org.jspecify.annotations.NullMarked;
