package dev.andon.internal.evidence.links;

import java.util.Set;

/** The names of methods of URI builders, clients and collections, by what they do with texts. */
final class TextCalls {

    /** Return the text of the object that they are called on. */
    static final Set<String> KEEP = Set.of(
            "toString",
            "toUri",
            "toUriString",
            "toURI",
            "toURL",
            "toASCIIString",
            "toExternalForm",
            "build",
            "buildAndExpand",
            "encode",
            "expand",
            "trim",
            "strip",
            "intern",
            "normalize",
            "replace",
            "scheme",
            "setScheme",
            "ssl",
            "setSsl",
            "userInfo",
            "fragment",
            "addParameter",
            "setParameter",
            "setMethod",
            "cloneBuilder",
            "queryParam",
            "queryParams",
            "query",
            "replaceQueryParam",
            "addQueryParameter",
            "newBuilder",
            "uriVariables",
            "request",
            "accept",
            "header",
            "resolveTemplate",
            "resolveTemplates",
            "register",
            "property");

    /** Return the text of their first argument. */
    static final Set<String> BEGIN = Set.of(
            "create",
            "fromHttpUrl",
            "fromUriString",
            "fromPath",
            "fromUri",
            "target",
            "parse",
            "of",
            "valueOf",
            "requireNonNull",
            "uriString");

    /** Append path segments to the object that they are called on. */
    static final Set<String> JOIN = Set.of(
            "path",
            "pathSegment",
            "segment",
            "addPathSegment",
            "addPathSegments",
            "addEncodedPathSegments",
            "appendPath",
            "appendPathSegments",
            "setPathSegments");

    /** Return one of the values that they are given, or that their collection holds. */
    static final Set<String> OF_ELEMENTS = Set.of("of", "asList", "next", "iterator", "stream", "listOf", "arrayOf");

    private TextCalls() {}
}
