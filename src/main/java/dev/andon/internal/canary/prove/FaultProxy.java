package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.prove.RequestNumbers.RequestId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * A proxy between a canary and a healthy service, on a free loopback port: it records their requests and responses, and
 * injects a fault into one response of a run. One run at a time.
 */
final class FaultProxy implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int BACKLOG = 50;
    private static final long END_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Upstream upstream;
    private final Optional<SSLContext> certificate;
    private final ServerSocket server;
    private final Socket refusing = new Socket();
    private final List<Socket> open = new ArrayList<>();
    private final Set<Thread> streams = new HashSet<>();
    private final List<FaultProxy> others = new ArrayList<>();
    private volatile RunRecording recording = new RunRecording(Optional.empty(), RequestKeys.EXACT);

    /**
     * Opens a proxy.
     *
     * @param certificate by which it proves that it is the service; empty where it does not speak TLS
     */
    FaultProxy(Upstream upstream, Optional<SSLContext> certificate) throws IOException {
        this.upstream = upstream;
        this.certificate = certificate;
        this.server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        startThread("andon-fault-proxy", this::accept);
    }

    private static void startThread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the URI that a canary contacts in place of the service's. */
    URI uri() {
        return URI.create(origin() + upstream.path());
    }

    private String origin() {
        return (certificate.isPresent() ? "https" : "http") + "://localhost:" + server.getLocalPort();
    }

    /** Lets another proxy take part in the run: what either sees is one recording. */
    void with(FaultProxy other) {
        other.recording = recording;
        other.others.add(this);
        others.add(other);
    }

    /** Begins a run, and returns what is recorded of it. */
    RunRecording begin(Optional<InjectedFault> fault, RequestKeys keys) throws IOException {
        RunRecording next = new RunRecording(fault, keys);
        recording = next;
        if (fault.filter(injected -> injected.fault() == Fault.REFUSED).isPresent()) {
            refuse();
        }
        return next;
    }

    /** Keeps the port where it can: another program might listen on it else, and answer. */
    private void refuse() throws IOException {
        SocketAddress address = server.getLocalSocketAddress();
        server.close();
        refusing.setReuseAddress(true);
        try {
            refusing.bind(address);
        } catch (BindException stillClosing) {
            refusing.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                startThread("andon-fault-proxy-connection", () -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        RunRecording run = recording;
        synchronized (open) {
            open.add(client);
        }
        try (client;
                Socket socket = SecuredConnection.of(client, certificate, run)) {
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            if (certificate.isEmpty() && !Tunnel.clientSpeaks(socket, in)) {
                try (Socket service = connect(run)) {
                    if (Tunnel.serverSpeaksFirst(socket, in, service)) {
                        passThrough(run, socket, in, service);
                        return;
                    }
                }
            }
            if (!Tunnel.isHttp(socket, in)) {
                try (Socket service = connect(run)) {
                    passThrough(run, socket, in, service);
                }
                return;
            }
            socket.setSoTimeout(TIMEOUT_MILLIS);
            Optional<HttpMessage> request = HttpWire.readRequest(in, socket.getOutputStream());
            if (request.isPresent()) {
                handle(run, request.get(), socket);
            }
        } catch (IOException | NumberFormatException | InterruptedException gone) {
            // The canary closed the connection, or the fault did: the outcome of the run shows it.
            return;
        } finally {
            synchronized (open) {
                open.remove(client);
                streams.remove(Thread.currentThread());
                open.notifyAll();
            }
        }
    }

    private Socket connect(RunRecording run) throws IOException {
        try {
            return upstream.connect();
        } catch (IOException failed) {
            run.fail(upstream.unreachable(failed));
            throw failed;
        }
    }

    /** Into a protocol other than HTTP/1.1, only faults of the connection can be injected. */
    private static void passThrough(RunRecording run, Socket socket, InputStream in, Socket service)
            throws IOException, InterruptedException {
        RequestId id = run.arriveConnection();
        Optional<InjectedFault> fault = run.faultFor(id);
        if (fault.isPresent()) {
            HttpMessage nothing = new HttpMessage("", List.of(), new byte[0]);
            fault.get().mechanism().answer(new FaultedRequest(run, fault.get(), nothing, socket, events -> nothing));
            return;
        }
        run.addConnection(id);
        Tunnel.join(socket, in, service);
    }

    private void handle(RunRecording run, HttpMessage request, Socket socket) throws IOException, InterruptedException {
        Instant arrived = Instant.now();
        Optional<HttpMessage> page = run.page(request);
        if (page.isPresent()) {
            HttpWire.write(
                    page.get(), socket.getOutputStream(), request.method().equals("HEAD"));
            return;
        }
        RequestId id = run.arrive(request);
        Optional<InjectedFault> fault = run.faultFor(id);
        if (fault.isPresent()) {
            FaultedRequest.Service service = events -> forward(run, id, request, arrived, awaited(events));
            fault.get().mechanism().answer(new FaultedRequest(run, fault.get(), request, socket, service));
            return;
        }
        readBefore(run, request);
        HttpMessage response =
                forward(run, id, request, arrived, awaited(connection -> EventStream.passedOn(socket, connection)));
        if (!EventStream.isReadAsItComes(request, response)) {
            HttpWire.write(response, socket.getOutputStream(), request.method().equals("HEAD"));
        }
    }

    private Function<Socket, EventStream.Reader> awaited(Function<Socket, EventStream.Reader> events) {
        return connection -> {
            synchronized (open) {
                streams.add(Thread.currentThread());
            }
            return events.apply(connection);
        };
    }

    /** Sends a request that the canary did not send, such as one that cleans up in its place. */
    Optional<HttpMessage> send(HttpMessage request) {
        return sendIfPossible(request);
    }

    /** Asks the service, with the canary's credentials, for what a later read may find to be stale. */
    private void readBefore(RunRecording run, HttpMessage write) {
        for (HttpMessage read : run.readsBefore(write)) {
            sendIfPossible(read).ifPresent(response -> run.addStale(read, response));
        }
    }

    /** Without a response none is served as stale, and the proof says that the fault does not apply. */
    private Optional<HttpMessage> sendIfPossible(HttpMessage read) {
        try {
            return Optional.of(upstream.send(read, any -> EventStream.upTo(0)));
        } catch (IOException unanswered) {
            return Optional.empty();
        }
    }

    private HttpMessage forward(
            RunRecording run,
            RequestId id,
            HttpMessage request,
            Instant arrived,
            Function<Socket, EventStream.Reader> events)
            throws IOException {
        try {
            HttpMessage response = upstream.relocated(upstream.send(request, events), origin());
            for (FaultProxy other : others) {
                response = other.upstream.relocated(response, other.origin());
            }
            run.add(id, request, response, arrived);
            return response;
        } catch (IOException failed) {
            run.fail(upstream.unreachable(failed));
            throw failed;
        }
    }

    /** What a canary took of a stream of events is known when its connection is closed. */
    private void awaitEnd() {
        long until = System.nanoTime() + END_NANOS;
        synchronized (open) {
            try {
                for (long nanos = END_NANOS; !streams.isEmpty() && nanos > 0; nanos = until - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(open, nanos);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        refusing.close();
        List<Socket> left;
        synchronized (open) {
            left = List.copyOf(open);
        }
        for (Socket socket : left) {
            socket.close();
        }
        awaitEnd();
        for (FaultProxy other : others) {
            other.others.clear();
            other.close();
        }
    }
}
