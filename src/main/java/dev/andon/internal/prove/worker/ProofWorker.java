package dev.andon.internal.prove.worker;

import dev.andon.internal.prove.agent.FaultAgent;
import dev.andon.internal.prove.agent.FaultSwitch;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The main program of the JVM in which tests are proven. Reads from its standard input where to connect to, gets its commands
 * from there, and ends when its standard input does: then the JVM that started it is gone.
 */
public final class ProofWorker {

    private static final int GONE = 3;
    private static final long SHUTDOWN_SECONDS = 5;

    private ProofWorker() {}

    /** Runs until there are no more commands. */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        DataInputStream standardInput = new DataInputStream(System.in);
        int port = standardInput.readInt();
        String token = standardInput.readUTF();
        System.setIn(InputStream.nullInputStream());
        ProcessesOfTests processes = ProcessesOfTests.endWithThisJvm();
        watch(standardInput);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(token.getBytes(StandardCharsets.US_ASCII));
            ObjectOutputStream answers = new ObjectOutputStream(socket.getOutputStream());
            answers.flush();
            ObjectInputStream commands = new ObjectInputStream(socket.getInputStream());
            WorkerSetup setup = (WorkerSetup) commands.readObject();
            setup.properties().forEach(System::setProperty);
            FaultSwitch faults = FaultAgent.install(setup.methods());
            serve(commands, answers, faults, setup.methods().size());
        }
        processes.leave();
        // Threads of the application may still run, and its shutdown hooks stop what it started.
        System.exit(0);
    }

    private static void serve(ObjectInputStream commands, ObjectOutputStream answers, FaultSwitch faults, int probes)
            throws IOException, ClassNotFoundException {
        try (TestRunner runner = new TestRunner(faults, probes)) {
            while (commands.readObject() instanceof RunTests command) {
                answers.writeObject(runner.run(command));
                answers.reset();
                answers.flush();
            }
        }
    }

    private static void watch(InputStream standardInput) {
        Thread watching = new Thread(
                () -> {
                    try {
                        standardInput.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException closed) {
                        // The same as its end.
                    }
                    end();
                },
                "andon-proof-parent");
        watching.setDaemon(true);
        watching.start();
    }

    private static void end() {
        Thread exit = new Thread(() -> System.exit(GONE), "andon-proof-exit");
        exit.setDaemon(true);
        exit.start();
        try {
            TimeUnit.SECONDS.sleep(SHUTDOWN_SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(GONE);
    }
}
