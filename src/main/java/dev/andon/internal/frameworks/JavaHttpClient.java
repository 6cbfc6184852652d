package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Set;

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

    @Override
    public boolean answersConnections(Call call) {
        return call.name().equals("accept") && call.owner().matches("java\\.n.*\\.\\w*Server(Socket|SocketChannel)");
    }

    @Override
    public Set<String> addressTypes() {
        return Set.of("java.lang.String", "java.lang.CharSequence", "java.lang.Object", "java.net.URI", "java.net.URL");
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(
                RequestForm.BUILDER.preparedBy("java\\.net\\.http\\.HttpRequest\\$Builder", "build"),
                RequestForm.ADDRESSED.by("java\\.net\\.http\\.WebSocket\\$Builder", "buildAsync"),
                RequestForm.OPENED_URL.by("java\\.net\\.URL", "openConnection|openStream|getContent"));
    }

    /** Also the JDK's own that run what they are given only when asked to. */
    @Override
    public Set<String> deferredTypes() {
        return Set.of(
                "java.net.URLConnection",
                "java.net.HttpURLConnection",
                "java.lang.Thread",
                "java.util.concurrent.FutureTask",
                "java.util.stream.Stream",
                "java.util.stream.IntStream",
                "java.util.stream.LongStream");
    }
}
