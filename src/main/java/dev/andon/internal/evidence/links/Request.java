package dev.andon.internal.evidence.links;

import org.jspecify.annotations.Nullable;

/**
 * One request that test code makes.
 *
 * @param path the requested path
 * @param verb the HTTP method; null if the code does not show it
 * @param place file and line
 * @param method the test method that sends it; null for set-up code
 * @param network whether its client reaches a server, and never one that a client of its own is bound to
 * @param certain whether the code shows that it is sent, and not to a stub
 */
record Request(
        UrlPath path,
        @Nullable String verb,
        String place,
        @Nullable String method,
        boolean network,
        boolean certain) {}
