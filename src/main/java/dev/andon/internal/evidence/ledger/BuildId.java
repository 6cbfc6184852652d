package dev.andon.internal.evidence.ledger;

import dev.andon.internal.files.InputFile;
import dev.andon.internal.text.AndonVariables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the JVMs of one build have in common, and those of another build have not.
 *
 * @param value the id
 * @param kind how far it can be trusted
 * @param began when the build began, as far as known: what was written before is of an earlier one
 */
public record BuildId(String value, Kind kind, Instant began) {

    /** How far an id tells one build from another. */
    public enum Kind {
        /** The user gave it. */
        CHOSEN,
        /** It is the process of the build, which ends with it. */
        PROCESS,
        /** The process outlives the build, so that the id says nothing: times and checksums decide. */
        DAEMON
    }

    // Linux counts a process's start in ticks of 10 ms from a boot that it knows by the second, rounded down: what is
    // told lies too early by up to that much, and what a build before wrote at its end would pass for this one's.
    private static final Duration TOO_EARLY = Duration.ofMillis(1_010);

    private static final String MAVEN_MAIN = "org.codehaus.plexus.classworlds.launcher.Launcher";

    /**
     * The id of the build that runs this JVM.
     *
     * @param parameter looks up a configuration parameter; null where there is none
     */
    public static BuildId current(Function<String, @Nullable String> parameter) {
        String chosen = AndonVariables.or(parameter.apply("andon.build-id"), "andon.build-id");
        if (chosen != null && !chosen.isBlank()) {
            return new BuildId(chosen.strip(), Kind.CHOSEN, Instant.EPOCH);
        }
        ProcessHandle self = ProcessHandle.current();
        String command = System.getProperty("sun.java.command", "");
        if (command.startsWith(MAVEN_MAIN)) {
            return of(self, Kind.PROCESS);
        }
        if (System.getProperty("org.gradle.test.worker") != null || command.contains("mvnd")) {
            return of(self, Kind.DAEMON);
        }
        for (Optional<ProcessHandle> next = self.parent();
                next.isPresent();
                next = next.get().parent()) {
            if (isJava(next.get().info().command().orElse(""))) {
                return of(next.get(), kindOf(next.get().info().arguments().orElse(new String[0])));
            }
        }
        return of(self, Kind.PROCESS);
    }

    private static boolean isJava(String command) {
        String name = command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
        return List.of("java", "java.exe", "javaw.exe").contains(name.toLowerCase(Locale.ROOT));
    }

    // Of all programs that start tests Maven alone is known to end with its build. An IDE, a CI agent, a Gradle or
    // Maven
    // daemon, or one that hides its arguments, may have run the build before this one too.
    static Kind kindOf(String... arguments) {
        List<String> all = List.of(arguments);
        boolean daemon = all.stream().anyMatch(argument -> argument.contains("mvnd"));
        boolean maven = all.contains(MAVEN_MAIN) || all.stream().anyMatch(a -> a.startsWith("-Dclassworlds.conf="));
        return maven && !daemon ? Kind.PROCESS : Kind.DAEMON;
    }

    static BuildId of(ProcessHandle process, Kind kind) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        return new BuildId(process.pid() + "-" + startOf(process, start), kind, start.plus(TOO_EARLY));
    }

    // The kernel's own count of ticks: the instant that the JDK derives from it moves when the clock is set.
    private static String startOf(ProcessHandle process, Instant start) {
        try {
            String stat = InputFile.text(Path.of("/proc/" + process.pid() + "/stat"));
            String boot = InputFile.text(Path.of("/proc/sys/kernel/random/boot_id"));
            String ticks = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19];
            return ticks + "-" + boot.substring(0, 8);
        } catch (IOException | RuntimeException e) {
            return Long.toString(start.toEpochMilli());
        }
    }
}
