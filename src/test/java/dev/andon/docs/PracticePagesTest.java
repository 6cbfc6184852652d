package dev.andon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.judge.PracticeChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Failure messages link to the page of the practice, so there must be one. */
class PracticePagesTest {
    private static final Path PAGES = Path.of("docs", "practices");
    private static final List<String> INTEGRITY_RESULTS =
            List.of("run-complete", "packages", "waivers", "exemptions", "baseline");

    @Test
    void each_practice_has_a_page_and_each_page_a_practice() throws IOException {
        Set<String> expected = new TreeSet<>(PracticeChecks.CATALOGUE.ids());
        expected.addAll(INTEGRITY_RESULTS);

        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(expected.stream().map(id -> id + ".md").collect(Collectors.toSet()));
        }
    }

    /** A message links to the page of its practice's id, so no other id may reach one. */
    @Test
    void each_id_of_a_result_that_is_no_practice_is_among_them() throws IOException {
        Pattern id = Pattern.compile("String ID = \"([a-z-]+)\"");
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/andon/internal/judge"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                id.matcher(Files.readString(file)).results().forEach(found -> ids.add(found.group(1)));
            }
        }

        assertThat(ids).hasSizeGreaterThan(3);
        ids.removeAll(PracticeChecks.CATALOGUE.ids());
        assertThat(ids).isSubsetOf(INTEGRITY_RESULTS);
    }

    @Test
    void each_page_is_titled_by_the_id_and_says_what_why_how_and_how_to_fix_and_waive() throws IOException {
        for (String id : PracticeChecks.CATALOGUE.ids()) {
            assertThat(Files.readString(PAGES.resolve(id + ".md")))
                    .as(id)
                    .startsWith("# `" + id + "`\n")
                    .contains("## Why", "## How it is judged", "## How to fix it", "## How to waive it");
        }
    }
}
