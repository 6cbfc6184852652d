package dev.andon.internal.frameworks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request that a method of a declared HTTP client makes.
 *
 * @param urls its URLs or paths
 * @param verb its HTTP method, null where the annotations do not name one
 */
public record DeclaredRequest(List<String> urls, @Nullable String verb) {}
