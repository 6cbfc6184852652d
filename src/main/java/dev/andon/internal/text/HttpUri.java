package dev.andon.internal.text;

import java.net.URI;

/** What a canary can be sent to. */
public final class HttpUri {
    private HttpUri() {}

    /** Returns whether it is an http or https URI with a host. */
    public static boolean is(URI uri) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return http && uri.getHost() != null;
    }
}
