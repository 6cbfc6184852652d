package dev.andon.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.andon.Canary;
import dev.andon.testing.OwnClasses;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Checks that data flows one way, as {@code docs/design.md} describes it. */
class ArchitectureTest {
    private static final JavaClasses ANDON = OwnClasses.PRODUCTION;

    /** The packages that collect and judge, in the order in which data flows through them. */
    private static final String[] FLOW = {
        "dev.andon.internal.require..",
        "dev.andon.internal.discover..",
        "dev.andon.internal.evidence..",
        "dev.andon.internal.judge..",
        "dev.andon.internal.tell.."
    };

    private static final SliceAssignment BY_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    @Test
    void no_package_takes_part_in_a_cycle() {
        slices().assignedFrom(BY_PACKAGE).should().beFreeOfCycles().check(ANDON);
    }

    @Test
    void data_flows_from_requirements_to_reports() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("bytecode")
                .definedBy("dev.andon.internal.bytecode..")
                .layer("require")
                .definedBy("dev.andon.internal.require..")
                .layer("discover")
                .definedBy("dev.andon.internal.discover..")
                .layer("evidence")
                .definedBy("dev.andon.internal.evidence..")
                .layer("judge")
                .definedBy("dev.andon.internal.judge..")
                .layer("tell")
                .definedBy("dev.andon.internal.tell..")
                .layer("assess")
                .definedBy("dev.andon.internal.assess..")
                .layer("junit")
                .definedBy("dev.andon.internal.junit..")
                .whereLayer("junit")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("assess")
                .mayOnlyBeAccessedByLayers("junit")
                .whereLayer("tell")
                .mayOnlyAccessLayers("judge", "require")
                .whereLayer("judge")
                .mayOnlyAccessLayers("bytecode", "require", "discover", "evidence")
                .whereLayer("evidence")
                .mayOnlyAccessLayers("bytecode", "require", "discover")
                .whereLayer("discover")
                .mayOnlyAccessLayers("bytecode", "require")
                .whereLayer("require")
                .mayOnlyAccessLayers("bytecode")
                .whereLayer("bytecode")
                .mayNotAccessAnyLayer()
                .check(ANDON);
    }

    @Test
    void the_public_package_imports_nothing_but_the_extensions_that_its_annotations_name() {
        classes()
                .that()
                .resideInAPackage("dev.andon")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.junit..",
                        "org.apiguardian..",
                        "org.jspecify..",
                        "dev.andon",
                        "dev.andon.canary",
                        "dev.andon.internal.spi"))
                .check(ANDON);
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
    void canaries_import_none_of_the_readiness_packages() {
        classes()
                .that(resideInAnyPackage("dev.andon.canary..", "dev.andon.internal.canary..")
                        .or(type(Canary.class)))
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
                                "dev.andon.internal.bytecode",
                                "dev.andon.internal.files",
                                "dev.andon.internal.formats",
                                "dev.andon.internal.spi",
                                "dev.andon.internal.text")
                        .or(type(Canary.class))
                        .or(resideInAnyPackage("io.micrometer..", "com.sun.net.httpserver")))
                .check(ANDON);
    }

    /** Micrometer is optional: a canary artefact has none, and its canaries run all the same. */
    @Test
    void micrometer_is_used_by_the_metrics_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.andon.internal.canary.metrics")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "com.sun.net.httpserver")
                .check(ANDON);
    }

    @Test
    void outages_and_policies_are_judged_by_the_record_alone() {
        noClasses()
                .that(resideInAnyPackage("dev.andon.internal.canary.outages", "dev.andon.internal.canary.policy"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..", "org.junit..")
                .check(ANDON);
        noClasses()
                .that(resideInAnyPackage(
                        "dev.andon.internal.canary.outages",
                        "dev.andon.internal.canary.policy",
                        "dev.andon.internal.canary.alert",
                        "dev.andon.internal.canary.metrics",
                        "dev.andon.internal.canary.rules"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.andon.internal.canary.write",
                        "dev.andon.internal.canary.prove",
                        "dev.andon.internal.canary.run")
                .check(ANDON);
    }

    @Test
    void what_runs_in_production_loads_neither_archunit_nor_jacoco_nor_asm() {
        noClasses()
                .that(resideInAnyPackage(
                        "dev.andon.canary..",
                        "dev.andon.internal.canary..",
                        "dev.andon.internal.formats..",
                        "dev.andon.internal.spi..",
                        "dev.andon.internal.evidence.ledger.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.tngtech.archunit..", "org.jacoco..", "org.objectweb.asm..")
                .check(ANDON);
    }

    @Test
    void the_readiness_packages_import_of_the_canaries_only_what_they_declare() {
        noClasses()
                .that()
                .resideInAnyPackage(FLOW)
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.andon.canary..", "dev.andon.internal.canary..")
                        .and(not(resideInAPackage("dev.andon.internal.canary.spec")))
                        .and(not(publicValue())))
                .check(ANDON);
    }

    @Test
    void formats_import_text_and_values_of_the_public_packages() {
        classes()
                .that()
                .resideInAPackage("dev.andon.internal.formats..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "com.grack.nanojson..",
                                "org.snakeyaml..",
                                "javax.xml.stream..",
                                "org.jspecify..",
                                "dev.andon.internal.text..",
                                "dev.andon.internal.formats..")
                        .or(publicValue()))
                .check(ANDON);
    }

    private static DescribedPredicate<JavaClass> publicValue() {
        return resideInAnyPackage("dev.andon", "dev.andon.canary")
                .and(describe("are enums or records", javaClass -> javaClass.isEnum() || javaClass.isRecord()));
    }

    /** They run in the JVM in which tests are proven, among the classes of the user. */
    @Test
    void the_agent_and_the_worker_import_nothing_of_the_readiness_flow() {
        classes()
                .that()
                .resideInAPackage("dev.andon.internal.prove.agent")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.objectweb.asm",
                        "org.jspecify..",
                        "dev.andon.internal.frameworks",
                        "dev.andon.internal.prove.agent"))
                .check(ANDON);
        classes()
                .that()
                .resideInAPackage("dev.andon.internal.prove.worker")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.junit.platform..",
                        "org.jspecify..",
                        "dev.andon.internal.prove.agent",
                        "dev.andon.internal.prove.worker"))
                .check(ANDON);
    }

    @Test
    void proving_tests_knows_what_is_discovered_and_nothing_that_comes_after() {
        noClasses()
                .that()
                .resideInAPackage("dev.andon.internal.prove..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.andon.internal.evidence..",
                        "dev.andon.internal.judge..",
                        "dev.andon.internal.tell..",
                        "dev.andon.internal.assess..",
                        "dev.andon.internal.junit..",
                        "dev.andon.internal.canary..")
                .check(ANDON);
    }

    @Test
    void asm_is_used_where_class_files_are_read_or_changed_and_nowhere_else() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.andon.internal.bytecode..",
                        "dev.andon.internal.evidence.coverage..",
                        "dev.andon.internal.prove.agent..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.objectweb.asm..")
                .check(ANDON);
    }

    /** A pipe or a device in the place of a file would block a reader, or fill its memory. */
    @Test
    void one_package_opens_files_for_reading() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.andon.internal.files")
                .should()
                .callMethodWhere(
                        target(owner(type(Files.class)))
                                .and(
                                        target(
                                                nameMatching(
                                                        "newInputStream|newBufferedReader|newByteChannel|readAllBytes|readString|readAllLines|lines"))))
                .orShould()
                .callMethodWhere(target(owner(type(FileChannel.class))).and(target(name("open"))))
                .orShould()
                .callMethodWhere(target(owner(type(FileSystems.class))).and(target(name("newFileSystem"))))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        FileInputStream.class, FileReader.class, RandomAccessFile.class, Scanner.class, JarFile.class)
                .orShould()
                .callConstructorWhere(target(owner(type(ZipFile.class))))
                .check(ANDON);
    }

    @Test
    void maven_is_used_where_poms_are_read_and_only_the_command_line_audits() {
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
                .dependOnClassesThat(resideInAPackage("dev.andon.internal.audit.."))
                .check(ANDON);
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
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

    @Test
    void no_two_classes_have_the_same_name() {
        assertThat(ANDON.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info"))
                        .toList())
                .doesNotHaveDuplicates();
    }
}
