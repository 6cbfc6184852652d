package dev.andon.internal.frameworks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request that a method of a declared HTTP client makes.
 *
 * @param urls its URLs or paths
 * @param verb its HTTP method, null where the annotations do not name one
 * @param base the address that an annotation of the client names, empty where none does; code that makes the client may name
 *     another one, which counts
 */
public record DeclaredRequest(List<String> urls, @Nullable String verb, String base) {

    /** A request of a client whose address only code or configuration names. */
    DeclaredRequest(List<String> urls, @Nullable String verb) {
        this(urls, verb, "");
    }
}
