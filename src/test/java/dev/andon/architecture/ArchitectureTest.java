package dev.andon.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.andon.Canary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the sentences of the {@code package-info}s true. */
class ArchitectureTest {
    private static final JavaClasses ANDON =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("dev.andon");

    private static final String[] ROOMS = {
        "dev.andon.internal.bytecode..",
        "dev.andon.internal.discover..",
        "dev.andon.internal.evidence..",
        "dev.andon.internal.judge..",
        "dev.andon.internal.tell.."
    };

    /** What rooms may know of the root package: words, never a door. */
    private static final Set<String> VOCABULARY = Set.of(
            "TestKind",
            "Level",
            "Evidence",
            "Verdict",
            "PracticeResult",
            "ServiceResult",
            "ServiceConvention",
            "ServiceConvention$Candidate");

    @Test
    void data_flows_one_way() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("bytecode")
                .definedBy("dev.andon.internal.bytecode..")
                .layer("discover")
                .definedBy("dev.andon.internal.discover..")
                .layer("evidence")
                .definedBy("dev.andon.internal.evidence..")
                .layer("judge")
                .definedBy("dev.andon.internal.judge..")
                .layer("tell")
                .definedBy("dev.andon.internal.tell..")
                .layer("corridor")
                .definedBy("dev.andon.internal.assess..")
                .whereLayer("tell")
                .mayOnlyAccessLayers("judge")
                .whereLayer("judge")
                .mayOnlyAccessLayers("bytecode", "discover", "evidence")
                .whereLayer("evidence")
                .mayOnlyAccessLayers("bytecode", "discover")
                .whereLayer("discover")
                .mayOnlyAccessLayers("bytecode")
                .whereLayer("bytecode")
                .mayNotAccessAnyLayer()
                .check(ANDON);
    }

    @Test
    void rooms_know_words_of_the_root_package_and_no_doors() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOMS)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.andon").and(notVocabulary()))
                .check(ANDON);
    }

    private static DescribedPredicate<JavaClass> notVocabulary() {
        return DescribedPredicate.describe(
                "are not vocabulary",
                javaClass -> !VOCABULARY.contains(
                        javaClass.getName().substring(javaClass.getPackageName().length() + 1)));
    }

    @Test
    void judging_is_free_of_junit_and_of_input_and_output() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.andon.internal.judge..", "dev.andon.internal.bytecode..", "dev.andon.internal.discover..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..")
                .check(ANDON);
        noClasses()
                .that()
                .resideInAPackage("dev.andon.internal.judge..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                .check(ANDON);
    }

    @Test
    void what_users_run_in_production_loads_neither_archunit_nor_jacoco_nor_asm() {
        noClasses()
                .that(resideInAnyPackage(
                        "dev.andon.canary..",
                        "dev.andon.internal.canary..",
                        "dev.andon.internal.junit..",
                        "dev.andon.internal.evidence.ledger.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.tngtech.archunit..", "org.jacoco..", "org.objectweb.asm..")
                .check(ANDON);
    }

    @Test
    void the_canary_wing_imports_nothing_of_the_readiness_rooms() {
        classes()
                .that(resideInAnyPackage("dev.andon.canary..", "dev.andon.internal.canary..")
                        .or(JavaClass.Predicates.type(Canary.class)))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "javax.net..",
                                "com.grack.nanojson..",
                                "org.junit..",
                                "org.opentest4j..",
                                "org.jspecify..",
                                "org.apiguardian..",
                                "dev.andon.canary..",
                                "dev.andon.internal.canary..",
                                "dev.andon.internal.text")
                        .or(JavaClass.Predicates.type(Canary.class)))
                .check(ANDON);
    }

    @Test
    void of_the_canary_wing_the_readiness_rooms_import_the_policy_alone() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOMS)
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.andon.canary..", "dev.andon.internal.canary..")
                        .and(DescribedPredicate.not(resideInAPackage("dev.andon.internal.canary.policy"))))
                .check(ANDON);
    }

    @Test
    void in_the_canary_wing_data_flows_one_way() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("policy")
                .definedBy("dev.andon.internal.canary.policy..")
                .layer("write")
                .definedBy("dev.andon.internal.canary.write..")
                .layer("record")
                .definedBy("dev.andon.internal.canary.record..")
                .layer("prove")
                .definedBy("dev.andon.internal.canary.prove..")
                .whereLayer("policy")
                .mayNotAccessAnyLayer()
                .whereLayer("record")
                .mayNotAccessAnyLayer()
                .whereLayer("write")
                .mayOnlyAccessLayers("policy", "record")
                .whereLayer("prove")
                .mayOnlyAccessLayers("policy", "record")
                .check(ANDON);
    }

    @Test
    void asm_stays_in_its_room() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.andon.internal.bytecode..", "dev.andon.internal.evidence.coverage..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.objectweb.asm..")
                .check(ANDON);
    }

    @Test
    void poms_are_read_in_one_room_that_the_command_line_alone_leads_to() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.andon.internal.audit.maven")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..")
                .check(ANDON);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.andon.internal.audit..", "dev.andon.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.andon.internal.audit..")
                .check(ANDON);
    }

    @Test
    void every_room_has_a_sentence_at_its_door() throws IOException {
        Path sources = Path.of("src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> packages = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
            assertThat(packages).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                    .exists());
        }
    }

    @Test
    void no_file_is_longer_than_four_hundred_lines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(400));
        }
    }
}
