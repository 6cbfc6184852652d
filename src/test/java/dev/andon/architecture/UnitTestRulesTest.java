package dev.andon.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the unit tests fast: what starts other JVMs or git runs with the integration tests. */
class UnitTestRulesTest {

    private static final DescribedPredicate<JavaClass> STARTS_JVM_OR_GIT = simpleName("TestsInChild")
            .or(simpleName("ForkedLauncher"))
            .or(simpleName("GitShop"))
            .or(DescribedPredicate.describe("the git repository of tests", type -> type.getName()
                    .equals("dev.andon.internal.evidence.changes.Repository")));

    @Test
    void unit_tests_start_no_other_jvm_and_no_git() {
        noClasses()
                .that()
                .haveNameMatching(".*Test(\\$.*)?")
                .should()
                .dependOnClassesThat(STARTS_JVM_OR_GIT)
                .check(new ClassFileImporter(List.of(new ImportOption.OnlyIncludeTests())).importPackages("dev.andon"));
    }
}
