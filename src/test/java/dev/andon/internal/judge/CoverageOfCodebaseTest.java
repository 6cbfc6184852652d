package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.require.CoverageRequirement;
import dev.andon.internal.require.Requirements;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the code base as a whole. */
class CoverageOfCodebaseTest {

    @TempDir
    Path folder;

    private Build build() throws Exception {
        return new Build()
                .with(Build.service("com.acme.Till"))
                .measuring(
                        folder,
                        "package com.acme; public class Till { int pay() { return 1; } }",
                        "package com.acme.old; public class Attic { int pay() { return 1; } }")
                .test("com.acme.OtherTest", TestKind.UNIT)
                .add();
    }

    private static CoverageRequirement requirement(List<String> packages, List<String> services) {
        return new CoverageRequirement(0.5, -1, -1, -1, null, packages, services);
    }

    private PracticeResult row(CoverageRequirement... requirements) throws Exception {
        return build().codebaseRow(
                        Requirements.of(Set.of(CoverageCheck.PRACTICE)).withCoverage(List.of(requirements)),
                        "coverage");
    }

    @Test
    void names_each_scope_where_there_are_several() throws Exception {
        assertThat(row(requirement(List.of(), List.of()), requirement(List.of("com.acme.old"), List.of()))
                        .found())
                .contains("the whole code base: 0 of 2 lines", "package com.acme.old: 0 of 1 line ");
        assertThat(row(requirement(List.of(), List.of())).found()).startsWith("0 of 2 lines");
    }

    @Test
    void tells_a_class_that_is_no_service_from_one_that_is_not_there() throws Exception {
        assertThat(row(requirement(List.of(), List.of("com.acme.old.Attic", "com.acme.Gone")))
                        .found())
                .contains("service com.acme.old.Attic (a class, but not a service)")
                .endsWith("service com.acme.Gone");
    }

    @Test
    void has_no_row_where_all_requirements_name_services() throws Exception {
        Requirements ofServices = Requirements.of(Set.of(CoverageCheck.PRACTICE))
                .withCoverage(List.of(requirement(List.of(), List.of("com.acme.Till"))));

        assertThat(build().judge(ofServices).codebase()).isEmpty();
    }

    @Test
    void says_what_changes_were_looked_for_where_no_line_changed() throws Exception {
        PracticeResult row =
                build().noChange().codebaseRow(Requirements.of(Set.of(ChangedLinesCheck.PRACTICE)), "changed-lines");

        assertThat(row.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(row.found()).isEqualTo("no line with code changed since origin/main");
    }
}
