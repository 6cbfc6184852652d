package dev.andon.internal.audit.maven;

import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What a project's {@code .mvn} folder adds to every command line of Maven: properties that override those of the pom, and
 * profiles that are on or off.
 */
final class CommandLineFiles {
    private static final int LARGEST = 1 << 16;
    private static final List<String> ARGUMENTS = List.of("jvm.config", "maven.config");
    private static final List<String> PROPERTIES = List.of("maven-system.properties", "maven-user.properties");

    final Properties properties = new Properties();
    final List<String> activeProfiles = new ArrayList<>();
    final List<String> inactiveProfiles = new ArrayList<>();
    private final Map<String, String> files = new HashMap<>();

    /** Reads the files of a project; one that cannot be read says nothing. */
    static CommandLineFiles of(Path root) {
        CommandLineFiles all = new CommandLineFiles();
        Path folder = root.resolve(".mvn");
        PROPERTIES.forEach(name -> all.addProperties(name, text(folder.resolve(name))));
        ARGUMENTS.forEach(name -> all.addArguments(name, text(folder.resolve(name))));
        return all;
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (var in = InputFile.open(file, LARGEST)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private void addProperties(String file, String text) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException malformed) {
            return;
        }
        read.stringPropertyNames().forEach(name -> set(name, read.getProperty(name), file));
    }

    /** Maven 3 splits at white space, Maven 4 takes a line as one argument and leaves out comments. */
    private void addArguments(String file, String text) {
        Iterator<String> arguments = text.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                .iterator();
        while (arguments.hasNext()) {
            String argument = arguments.next();
            if (argument.matches("-D.+|--define=.+")) {
                define(argument.replaceFirst("-D|--define=", ""), file);
            } else if (argument.matches("-D|--define") && arguments.hasNext()) {
                define(arguments.next(), file);
            } else if (argument.matches("-P.+|--activate-profiles=.+")) {
                profiles(argument.replaceFirst("-P|--activate-profiles=", ""));
            } else if (argument.matches("-P|--activate-profiles") && arguments.hasNext()) {
                profiles(arguments.next());
            }
        }
    }

    private void define(String definition, String file) {
        int equals = definition.indexOf('=');
        set(
                equals < 0 ? definition : definition.substring(0, equals),
                equals < 0 ? "true" : definition.substring(equals + 1),
                file);
    }

    private void set(String name, String value, String file) {
        properties.setProperty(name, value);
        files.put(name, ".mvn/" + file);
    }

    private void profiles(String listed) {
        for (String profile : listed.split(",", -1)) {
            String name = profile.replaceFirst("^[+?!-]+", "").strip();
            (profile.matches("\\??[!-].*") ? inactiveProfiles : activeProfiles).add(name);
        }
    }

    /** Returns where a property is set that both the pom and these files may have. */
    String whereIs(String property) {
        return files.getOrDefault(property, "the pom");
    }
}
