package dev.andon.traps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Keeps the names in {@code what-real-projects-look-like.md} true. */
class TrapsListTest {

    private static final Path BASE = Path.of(System.getProperty("basedir", System.getProperty("user.dir")));
    private static final Pattern NAME = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    @Test
    void every_line_names_tests_and_all_of_them_exist() throws IOException, ClassNotFoundException {
        List<String> lines =
                Files.readAllLines(BASE.resolve("src/test/resources/what-real-projects-look-like.md")).stream()
                        .filter(line -> line.startsWith("| "))
                        .skip(1)
                        .toList();

        assertThat(lines).hasSizeGreaterThan(25).allSatisfy(line -> assertThat(line)
                .containsPattern(NAME));
        Set<String> missing = new TreeSet<>();
        for (String line : lines) {
            Matcher names = NAME.matcher(line);
            while (names.find()) {
                if (!tests(names.group(1)).contains(names.group(2))) {
                    missing.add(names.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** The test methods of the class of that simple name, those of its nested classes too. */
    private static Set<String> tests(String simpleName) throws IOException, ClassNotFoundException {
        Path sources = BASE.resolve("src/test/java");
        List<Path> found;
        try (Stream<Path> files = Files.walk(sources)) {
            found = files.filter(file -> file.endsWith(simpleName + ".java")).toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        assertThat(found).as(simpleName).hasSize(1);
        String name = sources.relativize(found.get(0))
                .toString()
                .replaceAll("\\.java$", "")
                .replaceAll("[/\\\\]", ".");
        List<Class<?>> classes = new ArrayList<>(List.of(Class.forName(name)));
        classes.addAll(List.of(classes.get(0).getDeclaredClasses()));
        Set<String> tests = new TreeSet<>();
        for (Class<?> each : classes) {
            for (Method method : each.getDeclaredMethods()) {
                if (AnnotationSupport.isAnnotated(method, Testable.class)) {
                    tests.add(method.getName());
                }
            }
        }
        return tests;
    }
}
