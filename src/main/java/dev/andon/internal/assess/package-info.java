/**
 * The corridor: leads one readiness class through the rooms, from its declaration to the report. The doorways in
 * {@code dev.andon} and the command line call it; it imports every room, and JUnit nowhere.
 */
@NullMarked
package dev.andon.internal.assess;

import org.jspecify.annotations.NullMarked;
