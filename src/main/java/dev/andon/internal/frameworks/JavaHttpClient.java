package dev.andon.internal.frameworks;

import java.util.List;

/** The JDK's own HTTP clients and its small HTTP server. */
final class JavaHttpClient implements Framework {

    @Override
    public List<String> clientPrefixes() {
        return List.of("java.net.http.", "java.net.HttpURLConnection");
    }

    @Override
    public List<String> stubServerPrefixes() {
        return List.of("com.sun.net.httpserver.");
    }
}
