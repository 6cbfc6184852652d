package dev.andon.internal.prove;

import dev.andon.internal.prove.worker.ProofWorker;
import dev.andon.internal.prove.worker.RunTests;
import dev.andon.internal.prove.worker.TestsRun;
import dev.andon.internal.prove.worker.WorkerSetup;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A JVM in which tests are proven. It gets its class path by an environment variable and all else over a connection, so that
 * neither its command line nor a file tells anything; it ends when this JVM does.
 */
final class WorkerProcess implements AutoCloseable {

    private static final int START_MILLIS = 60_000;

    /** How long a JVM may be silent after the time that the tests had: it interrupts them, and may collect garbage. */
    private static final long SILENCE_MILLIS = 10_000;

    private static final long SHUTDOWN_SECONDS = 15;

    private final Process process;
    private final LastOutput output;
    private final Socket socket;
    private final ObjectOutputStream commands;
    private final ObjectInputStream answers;

    /** Processes that the tests started: once the JVM has ended by itself, nothing else tells them. */
    private final Set<ProcessHandle> started = new HashSet<>();

    private WorkerProcess(Process process, LastOutput output, Socket socket) throws IOException {
        this.process = process;
        this.output = output;
        this.socket = socket;
        this.commands = new ObjectOutputStream(socket.getOutputStream());
        this.commands.flush();
        this.answers = new ObjectInputStream(socket.getInputStream());
    }

    /**
     * Starts one.
     *
     * @throws IOException if it does not start; the message has the last lines that it printed
     */
    static WorkerProcess start(ProofEnvironment environment, Path agent, WorkerSetup setup) throws IOException {
        Process process = builder(environment, agent).start();
        LastOutput output = LastOutput.of(process);
        WorkerProcess worker = null;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String token = UUID.randomUUID().toString();
            DataOutputStream input = new DataOutputStream(process.getOutputStream());
            input.writeInt(server.getLocalPort());
            input.writeUTF(token);
            input.flush();
            worker = new WorkerProcess(process, output, accept(server, token, process));
            worker.send(setup);
            return worker;
        } catch (IOException failed) {
            throw new IOException(
                    "the JVM in which tests are proven did not start: " + failed.getMessage() + output.lastLines());
        } finally {
            if (worker == null) {
                kill(process);
            }
        }
    }

    private static ProcessBuilder builder(ProofEnvironment environment, Path agent) {
        List<String> command = new ArrayList<>();
        command.add(environment.java().resolve("bin").resolve("java").toString());
        // Those that come in environment variables may hold secrets, and stay there.
        Set<String> inVariables = JvmArguments.inVariables(System.getenv());
        environment.jvmArguments().stream()
                .filter(argument -> !inVariables.contains(argument))
                .forEach(command::add);
        command.add("-javaagent:" + agent);
        command.add(ProofWorker.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(environment.workingFolder().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment.environment());
        builder.environment().replaceAll(JvmArguments::inVariable);
        builder.environment()
                .put(
                        "CLASSPATH",
                        AgentJar.holds(environment.classPath())
                                ? agent.toString()
                                : AgentJar.variable(environment.classPath()));
        return builder;
    }

    /** Other programs of this machine may connect, too: only the one that knows the token is the worker. */
    private static Socket accept(ServerSocket server, String token, Process process) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
        server.setSoTimeout(200);
        byte[] expected = token.getBytes(StandardCharsets.US_ASCII);
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                Socket socket = server.accept();
                socket.setSoTimeout(START_MILLIS);
                if (MessageDigest.isEqual(expected, socket.getInputStream().readNBytes(expected.length))) {
                    socket.setTcpNoDelay(true);
                    return socket;
                }
                socket.close();
            } catch (SocketTimeoutException notYet) {
                // Looked at again as long as the process lives.
            }
        }
        throw new IOException(process.isAlive() ? "it did not connect" : "it ended with " + process.exitValue());
    }

    private void send(@Nullable Object message) throws IOException {
        commands.writeObject(message);
        commands.flush();
    }

    /** Runs tests; a JVM that dies meanwhile, or answers no more, is told by {@link TestsRun#hung} or its problem. */
    TestsRun run(RunTests command) {
        try {
            socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, command.timeoutMillis() + SILENCE_MILLIS));
            send(command);
            TestsRun run = (TestsRun) answers.readObject();
            started.removeIf(one -> !one.isAlive());
            process.descendants().forEach(started::add);
            return run;
        } catch (SocketTimeoutException silent) {
            return TestsRun.without("the JVM answered no more" + output.lastLines(), true);
        } catch (IOException | ClassNotFoundException ended) {
            return TestsRun.without("the JVM ended" + output.lastLines(), false);
        }
    }

    /** Ends it in good order, so that the application stops what it started. */
    @Override
    public void close() {
        try {
            send(null);
            process.waitFor(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        } catch (IOException ended) {
            // It has ended, or is ended now.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** Ends it at once, with the processes that it started. */
    void kill() {
        kill(process);
        started.forEach(ProcessHandle::destroyForcibly);
        try {
            socket.close();
        } catch (IOException ignored) {
            // Nobody listens any more.
        }
    }

    private static void kill(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
