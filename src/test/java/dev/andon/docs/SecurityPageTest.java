package dev.andon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the names of tests in {@code docs/security.md} true. */
class SecurityPageTest {

    private static final Path BASE = Path.of(System.getProperty("basedir", System.getProperty("user.dir")));
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.([\\w…]+))?`");

    @Test
    void every_row_names_tests_and_all_of_them_exist() throws IOException {
        // Rows in bold are headings.
        List<String> rows = Files.readAllLines(BASE.resolve("docs/security.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| **") && !line.startsWith("| bad input"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(25);
        for (String row : rows) {
            String last = row.substring(row.lastIndexOf('|', row.length() - 2));
            assertThat(last).as(row).containsPattern(TEST);
            Matcher names = TEST.matcher(last);
            while (names.find()) {
                String method = names.group(2) == null ? "\\w+" : names.group(2).replace("…", "\\w*");
                assertThat(source(names.group(1))).as(row).containsPattern("void " + method + "\\(");
            }
        }
    }

    private static String source(String simpleName) throws IOException {
        try (Stream<Path> files = Files.walk(BASE.resolve("src/test/java"))) {
            List<Path> found =
                    files.filter(file -> file.endsWith(simpleName + ".java")).toList();
            assertThat(found).as(simpleName).hasSize(1);
            return Files.readString(found.get(0));
        }
    }
}
