package dev.andon.internal.evidence.changes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git repository in a folder, with a first commit on {@code main} to come. */
public final class Repository {

    private final Path folder;

    private Repository(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder, and a repository of it. */
    public static Repository in(Path folder) throws IOException {
        Repository repository = new Repository(Files.createDirectories(folder).toRealPath());
        repository.git("init", "-q", "-b", "main");
        return repository;
    }

    public Path folder() {
        return folder;
    }

    public Path path(String relative) {
        return folder.resolve(relative);
    }

    /** Runs git with these arguments and the repository's own settings, and returns what it printed. */
    public String git(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=test",
                "-c",
                "user.email=test@example.org",
                "-c",
                "protocol.file.allow=always"));
        all.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", all) + ": " + out);
            }
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
        return out;
    }

    public Repository commit() throws IOException {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", "step");
        return this;
    }

    public Repository write(String relative, String text) throws IOException {
        Path file = path(relative);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    public String read(String relative) throws IOException {
        return Files.readString(path(relative));
    }
}
