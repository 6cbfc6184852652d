package dev.andon.internal.evidence.links;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts together texts of addresses as builders of URIs do, also where parts of them are unknown. */
final class UrlText {

    private static final Pattern SERVER = Pattern.compile(
            "^(?:((?:[a-zA-Z][a-zA-Z0-9+.-]*|\\u0001+):)?//(\\[[^]]*]|[^/?#:]*)(:[^/?#]*)?|[\\u0001\\u0002]+)");
    private static final Pattern PORT = Pattern.compile("\\d+|[\\u0001\\u0002]+");

    private UrlText() {}

    /** Returns the address with that host, whatever it named before. */
    static String withHost(String url, String host) {
        Matcher server = SERVER.matcher(url);
        boolean names = server.find();
        if (names && server.group().contains(StringResolver.ELSEWHERE)) {
            return url;
        }
        String port = names && server.group(3) != null ? server.group(3) : "";
        return below("http://" + host + port, names ? url.substring(server.end()) : url);
    }

    /** Returns the address with that port; without a host, it is a port of this machine. */
    static String withPort(String url, String port) {
        if (!PORT.matcher(port).matches() || port.equals(StringResolver.GAP)) {
            return url;
        }
        Matcher server = SERVER.matcher(url);
        boolean names = server.find();
        if (names && server.group().contains(StringResolver.ELSEWHERE)) {
            return url;
        }
        String host = names && server.group(2) != null ? server.group(2) : "localhost";
        return below("http://" + host + ":" + port, names ? url.substring(server.end()) : url);
    }

    static List<String> withPorts(Collection<String> urls, Collection<String> ports) {
        return urls.stream()
                .flatMap(url -> ports.stream().map(port -> withPort(url, port)))
                .distinct()
                .toList();
    }

    /** Returns the address with that path instead of its own. */
    static String withPath(String url, String path) {
        Matcher server = SERVER.matcher(path);
        return server.find() ? path : below(server(url), path);
    }

    /** Returns what a reference means in a document at that address. */
    static String resolved(String base, String reference) {
        if (reference.startsWith("/") || SERVER.matcher(reference).find()) {
            return withPath(base, reference);
        }
        String server = server(base);
        String path = base.substring(server.length()).replaceFirst("[?#].*", "");
        return below(server, path.substring(0, path.lastIndexOf('/') + 1) + reference);
    }

    private static String server(String url) {
        Matcher server = SERVER.matcher(url);
        return server.find() ? server.group() : "";
    }

    private static String below(String server, String path) {
        return path.isEmpty() || path.startsWith("/") || path.startsWith("?") ? server + path : server + "/" + path;
    }
}
