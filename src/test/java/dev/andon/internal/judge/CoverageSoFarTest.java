package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.ChangedCoverage;
import dev.andon.internal.evidence.Counter;
import dev.andon.internal.require.CoverageRequirement;
import dev.andon.internal.require.Requirements;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests may still cover that have yet to run. */
class CoverageSoFarTest {

    private static final Service TILL = Build.service("com.acme.Till");

    @TempDir
    Path folder;

    private Build build;

    @BeforeEach
    void nothingOfItsOneServiceIsCovered() throws Exception {
        build = new Build()
                .with(TILL)
                .measuring(folder, "package com.acme; public class Till { int pay() { return 1; } }")
                .test("com.acme.OtherTest", TestKind.UNIT)
                .add()
                .stillRunning();
    }

    private static Requirements asking(@Nullable TestKind by, double line) {
        return Requirements.of(Set.of(CoverageCheck.PRACTICE))
                .withCoverage(List.of(new CoverageRequirement(line, -1, -1, -1, by, List.of(), List.of())));
    }

    private Verdict verdict(@Nullable TestKind by) {
        return build.row(asking(by, 0.5), CoverageCheck.PRACTICE).verdict();
    }

    @Test
    void is_open_while_a_test_class_has_not_run() {
        build.test("com.acme.TillTest", TestKind.UNIT).neverRan().add();

        assertThat(verdict(null)).isEqualTo(Verdict.UNDECIDED);
        assertThat(build.row(asking(null, 0.5), CoverageCheck.PRACTICE).found()).contains("0 of 1 line", "TillTest");
        assertThat(build.codebaseRow(asking(null, 0.5), "coverage").verdict()).isEqualTo(Verdict.UNDECIDED);
        // Which says once what to do about it.
        assertThat(build.codebaseRow(asking(null, 0.5), "run-complete").found()).contains("1 of 2 test classes");
    }

    @Test
    void is_a_shortfall_where_all_ran_or_nothing_else_will() {
        assertThat(verdict(null)).isEqualTo(Verdict.VIOLATED);

        build.test("com.acme.TillTest", TestKind.UNIT)
                .neverRan()
                .disabled("Disabled", "", false)
                .add();
        assertThat(verdict(null)).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void is_a_shortfall_once_the_build_is_over() {
        build.test("com.acme.TillTest", TestKind.UNIT).neverRan().add().over();

        assertThat(verdict(null)).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void of_one_kind_depends_on_tests_of_that_kind_alone() {
        build.test("com.acme.TillTest", TestKind.UNIT).neverRan().add();

        assertThat(verdict(TestKind.UNIT)).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(TestKind.INTEGRATION)).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void changed_lines_are_open_too() {
        ChangedCoverage changed = new ChangedCoverage(new Counter(1, 2), List.of("Till.java:3"), List.of(), List.of());

        assertThat(lines(1, changed, Optional.of("TillTest has not run"))).isEqualTo(Verdict.UNDECIDED);
        assertThat(lines(1, changed, Optional.empty())).isEqualTo(Verdict.VIOLATED);
        assertThat(lines(0.5, changed, Optional.of("TillTest has not run"))).isEqualTo(Verdict.MET);
    }

    private static Verdict lines(double atLeast, ChangedCoverage changed, Optional<String> pending) {
        return ChangedLinesCheck.lines(atLeast, "main", changed, pending).get(0).verdict();
    }
}
