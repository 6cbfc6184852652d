package dev.andon.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.audit.maven.LocalRepository;
import dev.andon.internal.judge.Report;
import dev.andon.testing.BuiltProject;
import dev.andon.testing.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether results are as new as the class files, where the tests ran without Andon and only times can tell. */
class AuditFreshnessTest {
    private static final String STOCK =
            "package com.acme.stock; public class Stock { public int left() { return 6; } }";

    @TempDir
    Path temp;

    private BuiltProject project;

    /** The controller in {@code till} uses {@code stock}; {@code other} is built later and used by neither. */
    @BeforeEach
    void build() {
        project = BuiltProject.in(temp)
                .pom(
                        "",
                        "<packaging>pom</packaging><modules><module>stock</module><module>till</module><module>other</module></modules>")
                .pom("stock", "")
                .pom("till", "")
                .pom("other", "")
                .main("stock", STOCK)
                .main("till", """
                        package com.acme.till;
                        import org.springframework.web.bind.annotation.*;
                        @RestController
                        public class Till {
                            @GetMapping("/till") public int total() { return new com.acme.stock.Stock().left(); }
                        }
                        """)
                .test("till", Sources.test("till", "Till"))
                .later(10)
                .passed("till", "surefire", "com.acme.till.TillTest", "totals")
                .later(10)
                .main("other", "package com.acme.other; public class Other {}");
    }

    private Report audit() {
        return Audit.of(temp, new LocalRepository(temp.resolve("repository")), false);
    }

    private PracticeResult unitTests() {
        return Sources.cell(audit(), "Till", "unit-tests");
    }

    private void setTime(String path, Instant time) throws IOException {
        try (Stream<Path> files = Files.walk(temp.resolve(path))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }

    @Test
    void a_module_that_is_not_used_may_be_built_later() {
        assertThat(unitTests().verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void results_are_older_where_a_module_that_is_used_was_built_again() {
        project.later(10).main("stock", STOCK.replace("6", "7"));

        assertThat(unitTests().verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(unitTests().finding()).isEqualTo("never-ran");
    }

    @Test
    void a_module_that_only_the_pom_names_is_used_too() {
        project.pom(
                "till",
                "<dependencies><dependency><groupId>com.acme</groupId><artifactId>other</artifactId><version>1</version></dependency></dependencies>");

        assertThat(unitTests().verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void a_result_from_the_future_is_of_unknown_age() throws IOException {
        setTime("till/target/surefire-reports", Instant.now().plusSeconds(86_400));

        assertThat(unitTests().verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(unitTests().finding()).isEqualTo("unknown-age");
        assertThat(audit().codebase())
                .filteredOn(result -> result.id().equals("run-complete"))
                .singleElement()
                .satisfies(result -> assertThat(result.tests()).containsExactly("com.acme.till.TillTest"));
    }

    @Test
    void results_of_class_files_from_an_archive_are_of_unknown_age() throws IOException {
        setTime("stock/target/classes", Instant.parse("1980-02-01T00:00:00Z"));

        assertThat(unitTests().verdict()).isEqualTo(Verdict.UNDECIDED);
    }
}
