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
 * @param configurable whether configuration may name another base, which counts too
 */
public record DeclaredRequest(List<String> urls, @Nullable String verb, String base, boolean configurable) {

    /** A request of a client whose address only code or configuration names. */
    DeclaredRequest(List<String> urls, @Nullable String verb) {
        this(urls, verb, "");
    }

    /** A request of a client whose address an annotation names, or code. */
    DeclaredRequest(List<String> urls, @Nullable String verb, String base) {
        this(urls, verb, base, false);
    }
}
