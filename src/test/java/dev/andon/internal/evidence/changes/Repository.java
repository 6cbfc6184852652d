package dev.andon.internal.evidence.changes;

import java.io.IOException;
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
    public static Repository in(Path folder) throws IOException, ChangesUnknown {
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

    /** Runs git with these arguments, and returns what it printed. */
    public String git(String... arguments) throws ChangesUnknown {
        List<String> all = new ArrayList<>(List.of(
                "-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "protocol.file.allow=always"));
        all.addAll(List.of(arguments));
        return new Git(folder).require(all.toArray(String[]::new));
    }

    public Repository commit() throws ChangesUnknown {
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
