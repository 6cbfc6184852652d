package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.internal.evidence.changes.Repository;
import dev.andon.testing.BuiltProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code audit} asks of the operating system, judging a project that tries to be run: its system calls are traced. */
@EnabledOnOs(OS.LINUX)
class AuditTracedIT {
    /** Calls that change nothing, whatever file they name. */
    private static final Set<String> READING = Set.of(
            "access",
            "chdir",
            "connect",
            "faccessat",
            "faccessat2",
            "getcwd",
            "inotify_add_watch",
            "lstat",
            "newfstatat",
            "readlink",
            "readlinkat",
            "stat",
            "statfs",
            "statx");

    /** What the JVM itself opens for writing. */
    private static final Set<String> OF_THE_JVM = Set.of("/dev/null", "/proc/self/coredump_filter");

    private static final Set<String> OPENING = Set.of("open", "openat", "openat2");
    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*?)(?:\\) += .*| <unfinished \\.\\.\\.>)");
    private static final Pattern WRITING = Pattern.compile("O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE|O_APPEND");
    private static final Pattern PATH = Pattern.compile("(?:AT_FDCWD|\\d+)?(?:<([^>]*)>, )?\"([^\"]*)\"");

    @TempDir
    Path temp;

    private Path project;
    private Path marker;

    /** Classes, settings and scripts that leave a marker wherever they are loaded, read or run. */
    @BeforeEach
    void build() throws Exception {
        assumeTrue(isInstalled(), "strace is not installed, so what audit runs, writes and connects to was not traced");
        temp = temp.toRealPath();
        marker = temp.resolve("marker");
        Path program = Files.writeString(temp.resolve("program.sh"), "#!/bin/sh\ntouch '" + marker + "'\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String mark = "static { try { java.nio.file.Files.createFile(java.nio.file.Path.of(\"" + marker
                + "\")); } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); } }";
        Repository git = Repository.in(temp.resolve("till"));
        project = git.folder();
        BuiltProject.in(project)
                .pom("", """
                        <build><extensions><extension><groupId>com.acme</groupId><artifactId>till</artifactId>
                        <version>1</version></extension></extensions></build>
                        """)
                .main("", """
                        package com.acme.till;
                        @org.springframework.web.bind.annotation.RestController public class Till {
                            %s
                            @org.springframework.web.bind.annotation.GetMapping("/till") public int total() { return 6; }
                        }
                        """.formatted(mark), """
                        package com.acme.till;
                        public class Everything {
                            %s
                        }
                        """.formatted(mark))
                .test("", """
                        package com.acme.till;
                        class TillTest { %s @org.junit.jupiter.api.Test void totals() { new Till().total(); } }
                        """.formatted(mark), """
                        package com.acme.till;
                        import dev.andon.*;
                        @OperationalReadiness(packages = "com.acme.till")
                        @RequireChangedLines(line = 0.8, since = "main")
                        class TillReadinessTest implements ReadinessChecks { %s }
                        """.formatted(mark))
                .file(
                        "target/test-classes/META-INF/services/org.junit.platform.launcher.LauncherSessionListener",
                        "com.acme.till.Everything")
                .file(
                        "target/test-classes/junit-platform.properties",
                        "junit.jupiter.testclass.order.default=com.acme.till.Everything")
                .file(".mvn/jvm.config", "-javaagent:evil.jar")
                .file("src/main/java/com/acme/till/Till.java", "class Till {}\n")
                .file(".gitattributes", "* filter=evil diff=evil\n")
                .passed("", "surefire", "com.acme.till.TillTest", "totals");
        git.commit();
        for (String key : List.of(
                "core.fsmonitor",
                "filter.evil.clean",
                "filter.evil.process",
                "diff.evil.command",
                "diff.evil.textconv",
                "diff.external",
                "core.sshCommand",
                "core.pager",
                "credential.helper",
                "core.hooksPath")) {
            git.git("config", key, program.toString());
        }
        for (String name :
                List.of("gradlew", "mvnw", ".git/hooks/post-index-change", ".git/hooks/reference-transaction")) {
            Path script = project.resolve(name);
            Files.createDirectories(script.resolveSibling(""));
            Files.copy(program, script);
        }
        Files.writeString(project.resolve("src/main/java/com/acme/till/Till.java"), "class Till { int more; }\n");
        Files.deleteIfExists(marker);
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-qq", "-f", "-o", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    @Test
    void runs_git_alone_writes_to_the_output_alone_and_connects_to_nothing() throws Exception {
        List<Call> calls = trace();

        assertThat(marker).doesNotExist();
        assertThat(calls.stream().filter(call -> call.name().equals("execve")).skip(1))
                .as("the programs that were run")
                .anyMatch(call -> call.arguments().contains("/git\", ["))
                .allSatisfy(
                        call -> assertThat(call.arguments())
                                .matches(
                                        "\"[^\"]*/(?:git\", \\[.*\"-c\", \"safe\\.bareRepository=explicit\".*|jspawnhelper\".*)"));
        // The JDK makes sockets to see whether there is IPv6, and the C library asks a local service for the name of
        // the user.
        assertThat(calls.stream()
                        .filter(call ->
                                call.name().matches("connect|bind|listen|accept4?|sendto|sendmm?sg|recvfrom|recvmm?sg"))
                        .filter(call -> !call.arguments().contains("/var/run/nscd/socket")))
                .as("connections")
                .isEmpty();
        List<String> written =
                calls.stream().flatMap(call -> call.written().stream()).toList();
        assertThat(written)
                .as("the files that were written")
                .anyMatch(file -> file.startsWith(temp.resolve("report").toString()))
                .allMatch(file -> Path.of(file).startsWith(temp.resolve("report"))
                        || Path.of(file).startsWith(temp.resolve("tmp"))
                        || OF_THE_JVM.contains(file));
    }

    /** A system call, its arguments as they are printed. */
    private record Call(String name, String arguments) {
        /** The file that it may change. */
        Optional<String> written() {
            boolean reads = READING.contains(name)
                    || name.equals("execve")
                    || (OPENING.contains(name) && !WRITING.matcher(arguments).find());
            Matcher path = PATH.matcher(arguments);
            if (reads || !path.find()) {
                return Optional.empty();
            }
            Path folder = Path.of(path.group(1) == null ? "" : path.group(1));
            return Optional.of(folder.resolve(path.group(2)).normalize().toString());
        }
    }

    private List<Call> trace() throws Exception {
        Path log = temp.resolve("strace.log");
        Path tmp = Files.createDirectory(temp.resolve("tmp"));
        Process process = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-qq",
                        "-y",
                        "-s",
                        "4096",
                        "-e",
                        "trace=%file,%network",
                        "-o",
                        log.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + tmp,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "audit",
                        project.toString(),
                        "--out",
                        temp.resolve("report").toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("console").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(temp.resolve("console")))
                .isIn(0, 1, 3);
        List<Call> calls = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            Matcher call = CALL.matcher(line);
            if (call.matches()) {
                calls.add(new Call(call.group(2), call.group(3)));
            }
        }
        assertThat(calls).hasSizeGreaterThan(100);
        return calls;
    }
}
