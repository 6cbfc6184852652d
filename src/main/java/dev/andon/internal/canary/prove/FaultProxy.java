package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a canary and a healthy service on a free loopback port, records what they say, and strikes one exchange
 * of a run. One run at a time.
 */
final class FaultProxy implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final URI service;
    private final ServerSocket server;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<RecordedRequest> exchanges = new ArrayList<>();
    private final List<Socket> open = new ArrayList<>();
    private final StaleResponses old = new StaleResponses();
    private @Nullable InjectedFault strike;
    private @Nullable String trouble;

    FaultProxy(URI service) throws IOException {
        this.service = service;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(this::accept, "andon-fault-proxy");
        accepting.setDaemon(true);
        accepting.start();
    }

    /** Returns the URI that a canary is sent to in place of the service's. */
    URI uri() {
        String path = service.getRawPath() == null ? "" : service.getRawPath();
        return URI.create(origin() + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path));
    }

    private String origin() {
        return "http://localhost:" + server.getLocalPort();
    }

    /** Begins a run: forgets the last one. */
    synchronized void begin(Optional<InjectedFault> next) {
        numbers.clear();
        exchanges.clear();
        old.clear();
        trouble = null;
        strike = next.orElse(null);
    }

    /** Returns what was exchanged with the service in this run, in order, each key once, the last answer to it. */
    synchronized List<RecordedRequest> exchanges() {
        Map<String, RecordedRequest> last = new LinkedHashMap<>();
        exchanges.forEach(exchange -> last.put(exchange.key(), exchange));
        return List.copyOf(last.values());
    }

    /** Returns every exchange of this run, those asked again too. */
    synchronized List<RecordedRequest> all() {
        return List.copyOf(exchanges);
    }

    /** Returns why the service itself could not be asked in this run. */
    synchronized Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Returns whether an old answer was given in this run, and whether it differed from the true one. */
    synchronized StaleResponses.Given oldAnswers() {
        return old.given();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> serve(socket), "andon-fault-proxy-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        synchronized (this) {
            open.add(socket);
        }
        try (socket) {
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            if (!Tunnel.clientSpeaks(socket, in)) {
                try (Socket upstream = reach()) {
                    if (Tunnel.serverSpeaksFirst(socket, in, upstream)) {
                        passThrough(socket, in, upstream);
                        return;
                    }
                }
            }
            if (!Tunnel.isHttp(socket, in)) {
                try (Socket upstream = reach()) {
                    passThrough(socket, in, upstream);
                }
                return;
            }
            socket.setSoTimeout(PATIENCE_MILLIS);
            Optional<HttpMessage> request = HttpMessage.request(in, socket.getOutputStream());
            if (request.isPresent()) {
                handle(request.get(), socket);
            }
        } catch (IOException | NumberFormatException | InterruptedException gone) {
            // The canary hung up, or was cut off on purpose: its own run tells.
            return;
        } finally {
            synchronized (this) {
                open.remove(socket);
            }
        }
    }

    /** Of what nobody can read, the connection alone can be struck. */
    private void passThrough(Socket socket, InputStream in, Socket upstream) throws IOException, InterruptedException {
        Optional<InjectedFault> hit = hit(RecordedRequest.CONNECTION);
        if (hit.isPresent() && hit.get().fault() == Fault.RESET) {
            socket.setSoLinger(true, 0);
            return;
        }
        if (hit.isPresent() && hit.get().fault() == Fault.SLOW) {
            Thread.sleep(hit.get().delay().toMillis());
        }
        synchronized (this) {
            exchanges.add(RecordedRequest.connection());
        }
        Tunnel.join(socket, in, upstream);
    }

    private void handle(HttpMessage request, Socket socket) throws IOException, InterruptedException {
        Optional<InjectedFault> hit = hit(RecordedRequest.key(request));
        if (hit.isEmpty()) {
            lookBefore(request);
            whole(forward(request), socket);
            return;
        }
        InjectedFault struck = hit.get();
        switch (struck.fault()) {
            case RESET -> socket.setSoLinger(true, 0);
            case SLOW -> {
                Thread.sleep(struck.delay().toMillis());
                whole(struck.recorded(), socket);
            }
            case TRUNCATED_BODY ->
                struck.recorded()
                        .write(socket.getOutputStream(), struck.recorded().body().length / 2);
            case STALE -> whole(outdated(request, forward(request)), socket);
            default -> whole(struck.apply(struck.needsAnswer() ? forward(request) : struck.recorded()), socket);
        }
    }

    private static void whole(HttpMessage answer, Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        answer.write(out, Integer.MAX_VALUE);
    }

    private synchronized Optional<InjectedFault> hit(String exchange) {
        int number = numbers.computeIfAbsent(exchange, key -> numbers.size());
        InjectedFault current = strike;
        boolean struck = current != null && current.hits(exchange, number);
        return struck ? Optional.of(current) : Optional.empty();
    }

    /** Before a write the service is asked what a later read may find out of date, by the canary's own credentials. */
    private void lookBefore(HttpMessage request) {
        List<HttpMessage> reads = new ArrayList<>();
        synchronized (this) {
            if (strike != null && strike.fault() == Fault.STALE && RecordedRequest.writes(request)) {
                reads.add(request.asking(request.uri()));
                strike.read().map(request::asking).ifPresent(reads::add);
                reads.removeIf(read -> old.knows(RecordedRequest.key(read)));
            }
        }
        for (HttpMessage read : reads) {
            Optional<HttpMessage> answer = askIfPossible(read);
            synchronized (this) {
                answer.ifPresent(known -> old.add(RecordedRequest.key(read), known));
            }
        }
    }

    /** Without an old answer nothing is struck, and the proof says that the fault does not apply. */
    private Optional<HttpMessage> askIfPossible(HttpMessage read) {
        try {
            return Optional.of(ask(read));
        } catch (IOException silent) {
            return Optional.empty();
        }
    }

    private synchronized HttpMessage outdated(HttpMessage request, HttpMessage now) {
        return old.inPlaceOf(RecordedRequest.key(request), now);
    }

    private HttpMessage forward(HttpMessage request) throws IOException {
        HttpMessage answer;
        try {
            answer = ask(request);
        } catch (IOException failed) {
            troubled(failed);
            throw failed;
        }
        HttpMessage local = answer.header("Location")
                .map(location -> answer.with("Location", location.replaceFirst("^" + quoted(), origin())))
                .orElse(answer);
        synchronized (this) {
            RecordedRequest exchange = new RecordedRequest(RecordedRequest.key(request), request, local);
            exchanges.add(exchange);
            old.see(exchange);
        }
        return local;
    }

    private synchronized void troubled(IOException failed) {
        trouble = "the service at " + service + " cannot be asked: "
                + (failed instanceof UnknownHostException ? "no such host" : failed.getMessage());
    }

    private Socket reach() throws IOException {
        try {
            return connect();
        } catch (IOException failed) {
            troubled(failed);
            throw failed;
        }
    }

    private HttpMessage ask(HttpMessage request) throws IOException {
        try (Socket upstream = connect()) {
            upstream.setSoTimeout(PATIENCE_MILLIS);
            request.no("Upgrade")
                    .no("HTTP2-Settings")
                    .no("Expect")
                    .write(upstream.getOutputStream(), Integer.MAX_VALUE);
            return HttpMessage.answer(new BufferedInputStream(upstream.getInputStream()), request.method());
        }
    }

    private String quoted() {
        return Pattern.quote(service.getScheme() + "://" + service.getRawAuthority());
    }

    private Socket connect() throws IOException {
        boolean secure = "https".equalsIgnoreCase(service.getScheme());
        int port = service.getPort() >= 0 ? service.getPort() : secure ? 443 : 80;
        return secure
                ? SSLSocketFactory.getDefault().createSocket(service.getHost(), port)
                : new Socket(service.getHost(), port);
    }

    @Override
    public void close() throws IOException {
        server.close();
        List<Socket> left;
        synchronized (this) {
            left = List.copyOf(open);
        }
        for (Socket socket : left) {
            socket.close();
        }
    }
}
