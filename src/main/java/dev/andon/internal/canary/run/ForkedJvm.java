package dev.andon.internal.canary.run;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A JVM that runs one canary once. It ends when this one does, since its standard input ends then. */
final class ForkedJvm implements AutoCloseable {
    /** What it prints last. */
    static final String DONE = "done";

    /** In front of each line that it prints for us; other lines are those of a program that the canary started. */
    static final String OURS = "andon:";

    /** What two JVMs must not share: files, ports, agents. */
    private static final Pattern HANDED_ON = Pattern.compile(
            "-Xm.*|-Xss.*|-ea.*|--add-.*|-XX:(?!HeapDump|.*HeapDumpOn|.*(?:FlightRecord|LogFile|ErrorFile|OnError|OnOutOf)).*");

    /** What the other JVM knows itself, unless the user has chosen another value. */
    private static final Set<String> OF_THE_JVM =
            Set.of("java.", "jdk.", "sun.", "os.", "user.", "file.", "path.", "line.", "native.", "stdout.", "stderr.");

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration DRAINED = Duration.ofSeconds(1);

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /** Processes that it started: once it has ended, nothing else tells them. */
    private final Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();

    private ForkedJvm(Process process) {
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @throws IOException if it cannot be started, or ends at once
     */
    static ForkedJvm start(ForkRequest request) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It lives for one run. An argument of the user comes later, and counts.
        command.add("-XX:TieredStopAtLevel=1");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> HANDED_ON.matcher(argument).matches())
                .forEach(command::add);
        command.add(ForkedRun.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        ForkedJvm jvm = new ForkedJvm(builder.start());
        Thread reading = new Thread(jvm::read, "andon-forked-run");
        reading.setDaemon(true);
        reading.start();
        try {
            request.writeTo(new DataOutputStream(jvm.process.getOutputStream()));
            return jvm;
        } catch (IOException ended) {
            jvm.close();
            throw ended;
        }
    }

    /** Returns the system properties for the other JVM: those of the user, and those that programs have set. */
    static Map<String, String> properties() {
        Set<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D"))
                .map(argument -> argument.substring(2).split("=", 2)[0])
                .collect(Collectors.toSet());
        Map<String, String> properties = new TreeMap<>();
        for (String key : System.getProperties().stringPropertyNames()) {
            boolean known = OF_THE_JVM.stream().anyMatch(key::startsWith);
            Optional.ofNullable(System.getProperty(key))
                    .filter(value -> !known || arguments.contains(key))
                    .ifPresent(value -> properties.put(key, value));
        }
        return properties;
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(OURS)) {
                    lines.add(line.substring(OURS.length()));
                } else {
                    System.err.println(line);
                }
            }
        } catch (IOException ended) {
            // The process has.
        }
    }

    /**
     * Returns the next line of ours.
     *
     * @return empty where the process has ended, or time is up
     * @throws InterruptedException if the thread is interrupted
     */
    Optional<String> next(long deadline) throws InterruptedException {
        long endedAt = 0;
        while (deadline - System.nanoTime() > 0) {
            boolean alive = process.isAlive();
            process.descendants().forEach(started::add);
            String line = lines.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            if (line != null) {
                return Optional.of(line);
            }
            if (!alive) {
                // What it printed last may not have been read yet; a program that it started may keep the pipe open.
                endedAt = endedAt == 0 ? System.nanoTime() : endedAt;
                if (System.nanoTime() - endedAt > DRAINED.toNanos()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the exit code; empty while it lives. */
    Optional<Integer> exitCode() {
        return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    /** Ends it, with the processes that it started. */
    @Override
    public void close() {
        process.descendants().forEach(started::add);
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
