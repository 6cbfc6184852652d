package dev.andon.internal.evidence.links;

import org.jspecify.annotations.Nullable;

/**
 * One request that test code makes.
 *
 * @param path what it asks for
 * @param verb the HTTP method; null where the code does not tell
 * @param place file and line
 * @param method the test method that gets there; null for set-up
 */
record Request(
        UrlPath path,
        @Nullable String verb,
        String place,
        @Nullable String method) {}
