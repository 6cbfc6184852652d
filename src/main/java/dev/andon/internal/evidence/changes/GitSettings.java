package dev.andon.internal.evidence.changes;

import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings of git that decide how files in a work tree compare with committed ones, and whose values can name no
 * program and no file: these alone are taken over from a repository.
 */
final class GitSettings {
    private static final Pattern FLAG = Pattern.compile("(?i)true|false|yes|no|on|off|0|1");
    private static final Pattern FLAG_OR_INPUT = Pattern.compile(FLAG.pattern() + "|input");
    private static final String EXCLUDES = "core.excludesfile";

    private static final Map<String, Pattern> COMPARING = Map.of(
            "core.autocrlf", FLAG_OR_INPUT,
            "core.eol", Pattern.compile("(?i)lf|crlf|native"),
            "core.checkstat", Pattern.compile("(?i)default|minimal"),
            "core.trustctime", FLAG,
            "core.filemode", FLAG,
            "core.symlinks", FLAG,
            "core.ignorecase", FLAG,
            "core.precomposeunicode", FLAG,
            "core.longpaths", FLAG,
            "core.sparsecheckout", FLAG);

    private final Map<String, String> ofUser;
    private final Map<String, String> ofRepository;

    private GitSettings(Map<String, String> ofUser, Map<String, String> ofRepository) {
        this.ofUser = ofUser;
        this.ofRepository = ofRepository;
    }

    /**
     * Reads what the user and a repository have set; files that a repository's settings include are not read.
     *
     * @throws ChangesUnknown if a file cannot be read
     */
    static GitSettings of(GitCommand git, GitFolders folders) throws ChangesUnknown {
        Map<String, String> user = new LinkedHashMap<>();
        for (String scope : List.of("--system", "--global")) {
            GitCommand.Answer answer = git.run(environmentOfUser(), List.of("config", scope, "--null", "--list"));
            // A scope without a file is an error.
            user.putAll(parse(answer.ok() ? answer.out() : ""));
        }
        Map<String, String> repository = new LinkedHashMap<>();
        for (Path file :
                List.of(folders.common().resolve("config"), folders.own().resolve("config.worktree"))) {
            if (Files.exists(file)) {
                repository.putAll(parse(list(git, file)));
            }
        }
        return new GitSettings(user, repository);
    }

    private static String list(GitCommand git, Path file) throws ChangesUnknown {
        String why;
        try {
            InputFile.requireRegular(file);
            GitCommand.Answer answer = git.run(
                    Map.of(), List.of("config", "--file", file.toString(), "--no-includes", "--null", "--list"));
            if (answer.ok()) {
                return answer.out();
            }
            why = answer.err().strip();
        } catch (IOException unreadable) {
            why = String.valueOf(unreadable.getMessage());
        }
        throw new ChangesUnknown("Cannot determine what changed: " + file + " cannot be read (" + why + ").");
    }

    private static Map<String, String> environmentOfUser() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("GIT_CONFIG_NOSYSTEM", "");
        environment.put("HOME", home().toString());
        environment.put("XDG_CONFIG_HOME", configurationHome().toString());
        environment.put("GIT_CONFIG_GLOBAL", "");
        return environment;
    }

    private static Path home() {
        return Path.of(Optional.ofNullable(System.getenv("HOME")).orElse(System.getProperty("user.home", "")));
    }

    private static Path configurationHome() {
        return Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElseGet(() -> home().resolve(".config"));
    }

    /** Each setting ends with a zero byte, and its name with a line end; the last of several counts. */
    private static Map<String, String> parse(String list) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : list.split("\0", -1)) {
            int end = setting.indexOf('\n');
            settings.put(end < 0 ? setting : setting.substring(0, end), end < 0 ? "true" : setting.substring(end + 1));
        }
        return settings;
    }

    /** Whether objects may be missing here that git would fetch when it needs them. */
    boolean partialClone() {
        return ofRepository.keySet().stream()
                .anyMatch(key -> key.equals("extensions.partialclone")
                        || (key.startsWith("remote.") && key.endsWith(".promisor")));
    }

    /** Returns the text of a configuration file of our own. */
    String text() {
        String format = ofRepository.getOrDefault("extensions.objectformat", "sha1");
        StringBuilder text = new StringBuilder("""
                [core]
                repositoryformatversion = 1
                bare = false
                fsmonitor = false
                untrackedCache = false
                """);
        COMPARING.forEach((key, values) -> Stream.of(ofRepository.get(key), ofUser.get(key))
                .filter(value -> value != null && values.matcher(value).matches())
                .findFirst()
                .ifPresent(value -> text.append(key.substring(5))
                        .append(" = ")
                        .append(value)
                        .append('\n')));
        excludes().ifPresent(file -> text.append("excludesFile = \"")
                .append(file.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"\n"));
        return text.append("[protocol]\nallow = never\n[extensions]\nobjectFormat = ")
                .append(format.equals("sha256") ? "sha256" : "sha1")
                .append('\n')
                .toString();
    }

    /** What the user ignores in every repository. */
    private Optional<Path> excludes() {
        String set = ofUser.get(EXCLUDES);
        Path file = set == null
                ? configurationHome().resolve("git").resolve("ignore")
                : set.startsWith("~/") ? home().resolve(set.substring(2)) : Path.of(set);
        return Files.isRegularFile(file) && file.toString().chars().noneMatch(Character::isISOControl)
                ? Optional.of(file)
                : Optional.empty();
    }
}
