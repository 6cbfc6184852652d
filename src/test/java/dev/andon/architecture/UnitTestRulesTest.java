package dev.andon.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import dev.andon.testing.NamedPipe;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keeps the unit tests fast: what starts other programs, such as JVMs or git, runs with the integration tests. */
class UnitTestRulesTest {
    private static final Set<String> STARTING = Set.of("java.lang.ProcessBuilder", "java.lang.Runtime");

    /** Making a pipe takes a millisecond. */
    private static final DescribedPredicate<JavaClass> STARTS_PROGRAMS = DescribedPredicate.describe(
                    "start other programs", UnitTestRulesTest::starts)
            .and(DescribedPredicate.not(equivalentTo(NamedPipe.class)));

    private static boolean starts(JavaClass type) {
        return type.getCodeUnitCallsFromSelf().stream()
                .anyMatch(call -> STARTING.contains(call.getTargetOwner().getName())
                        && Set.of("start", "exec").contains(call.getName()));
    }

    @Test
    void unit_tests_start_no_other_programs() {
        JavaClasses tests =
                new ClassFileImporter(List.of(new ImportOption.OnlyIncludeTests())).importPackages("dev.andon");

        noClasses()
                .that()
                .haveNameMatching(".*Test(\\$.*)?")
                .should(ArchCondition.from(STARTS_PROGRAMS))
                .check(tests);
        noClasses()
                .that()
                .haveNameMatching(".*Test(\\$.*)?")
                .should()
                .transitivelyDependOnClassesThat(STARTS_PROGRAMS)
                .check(tests);
    }
}
