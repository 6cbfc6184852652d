package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the settings in the configuration files that lie among the classes of a module, of all profiles together. Of
 * YAML, mappings with one value a line are understood, which is all that settings of paths need.
 */
final class ConfigurationFiles {

    private static final long MOST_BYTES = 1_000_000;
    private static final int MOST_FILES = 100;
    private static final Pattern ENTRY = Pattern.compile("( *)([\\w.\\[\\]\"'-]+):(?: +(.*))?");

    private ConfigurationFiles() {}

    /** Reads all files of a root and passes on each key, in one spelling, and its value. */
    static void read(ClassRoot root, BiConsumer<String, String> setting) {
        files(root).forEach(file -> read(file, setting));
    }

    /** Returns a key as it is compared: frameworks accept {@code contextPath} for {@code context-path}. */
    static String spelled(String key) {
        return key.replaceAll("[-_\"']", "").replaceFirst("^%\\w+\\.", "").toLowerCase(Locale.ROOT);
    }

    private static List<Path> files(ClassRoot root) {
        return TestSettings.folders(root.path())
                .flatMap(folder -> Stream.of(folder, folder.resolve("config")))
                .filter(Files::isDirectory)
                .flatMap(ConfigurationFiles::list)
                .limit(MOST_FILES)
                .toList();
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().matches(".*\\.(properties|ya?ml)"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .collect(Collectors.toList())
                    .stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    /** A file that cannot be read sets nothing: the application could not read it either. */
    private static void read(Path file, BiConsumer<String, String> setting) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return;
            }
            String text = InputFile.text(file);
            if (file.toString().endsWith(".properties")) {
                Properties properties = new Properties();
                properties.load(new StringReader(text));
                properties.forEach((key, value) -> setting.accept(spelled(key.toString()), value.toString()));
            } else {
                yaml(text, setting);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            return;
        }
    }

    private static void yaml(String text, BiConsumer<String, String> setting) {
        Deque<Map.Entry<Integer, String>> around = new ArrayDeque<>();
        for (String line : text.lines().toList()) {
            Matcher entry = ENTRY.matcher(line.stripTrailing());
            if (!entry.matches()) {
                continue;
            }
            int indent = entry.group(1).length();
            while (!around.isEmpty() && around.peek().getKey() >= indent) {
                around.pop();
            }
            String key = (around.isEmpty() ? "" : around.peek().getValue() + ".") + entry.group(2);
            String value = entry.group(3) == null
                    ? ""
                    : entry.group(3).replaceFirst("(^| )#.*", "").strip();
            if (value.isEmpty()) {
                around.push(Map.entry(indent, key));
            } else {
                setting.accept(spelled(key), value.replaceAll("^['\"]|['\"]$", ""));
            }
        }
    }
}
