package dev.andon.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.andon.TestKind;
import dev.andon.testing.OwnClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Keeps what Andon knows about frameworks in one package. */
class FrameworkKnowledgeTest {

    private static final String FRAMEWORKS = "dev/andon/internal/frameworks/";

    /** The package of a library in a class name, a descriptor, a path or a pattern. */
    private static final Pattern THIRD_PARTY =
            Pattern.compile("(?<![\\w.])L?(?:(?:org|com|io|net|jakarta|javax)[./\\\\]+[a-z]{2,}"
                    + "|(?:kotlin|kotlinx|groovy|scala|lombok|junit|feign|retrofit2|reactor|okhttp3|mockwebserver3|strikt|assertk"
                    + "|mockit)[./\\\\]+\\w|(?:org|com|io)\\\\*[./]\\()");

    /**
     * Names that are not about the frameworks of users: build tools, the JDK's XML, parameters and coordinates of
     * JUnit, examples, and the part of Kotlin's class files that is skipped.
     */
    private static final Pattern EXCEPTION = Pattern.compile(
            "org\\.(?:jacoco|apache\\.maven|gradle|codehaus\\.plexus)\\.|javax\\.xml\\.stream\\.|junit\\.(?:jupiter|vintage|platform)\\."
                    + "|^org\\.junit\\.\\W?$|org\\.snakeyaml:|com\\.acme\\.|kotlin/Metadata");

    @Test
    void frameworks_know_class_files_and_kinds_of_test_and_nothing_else_of_andon() {
        JavaClasses andon = OwnClasses.PRODUCTION;
        classes()
                .that()
                .resideInAPackage("dev.andon.internal.frameworks")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "dev.andon.internal.frameworks",
                                "dev.andon.internal.bytecode",
                                "dev.andon.internal.text")
                        .or(JavaClass.Predicates.type(TestKind.class)))
                .check(andon);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.andon.internal.frameworks",
                        "dev.andon.internal.discover..",
                        "dev.andon.internal.evidence..",
                        "dev.andon.internal.judge..",
                        "dev.andon.internal.prove..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.andon.internal.frameworks")
                .check(andon);
    }

    @Test
    void no_other_class_names_packages_of_frameworks_and_libraries() {
        Map<String, Set<String>> found = new TreeMap<>();
        constants().forEach((type, constants) -> {
            constants.removeIf(constant -> !namesLibrary(constant));
            if (!type.startsWith(FRAMEWORKS) && !constants.isEmpty()) {
                found.put(type, constants);
            }
        });

        assertThat(found).isEmpty();
    }

    private static boolean namesLibrary(String constant) {
        return THIRD_PARTY.matcher(EXCEPTION.matcher(constant).replaceAll("")).find();
    }

    @Test
    void a_name_is_recognised_however_it_is_written() {
        assertThat(Stream.of(
                        "org.mockito.Mockito",
                        "Lio/javalin/http/Context;",
                        "io\\\\.mockk\\\\..*",
                        "starts okhttp3.Request",
                        "(?:java|org\\\\.(?:assertj|junit))"))
                .allMatch(FrameworkKnowledgeTest::namesLibrary);
        assertThat(Stream.of(
                        "java.net.http.HttpClient",
                        "dev.andon.Canary",
                        "org.jacoco.agent.rt.RT",
                        "integration.io",
                        "/orders"))
                .noneMatch(FrameworkKnowledgeTest::namesLibrary);
    }

    private static Map<String, Set<String>> constants() {
        Map<String, Set<String>> constants = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("target", "classes"))) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".class"))::iterator) {
                ClassReader reader = new ClassReader(Files.readAllBytes(file));
                Set<String> ofClass = new TreeSet<>();
                reader.accept(new ConstantReader(ofClass), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                constants.put(reader.getClassName(), ofClass);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return constants;
    }

    private static final class ConstantReader extends ClassVisitor {

        private final Set<String> constants;

        ConstantReader(Set<String> constants) {
            super(Opcodes.ASM9);
            this.constants = constants;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            add(value);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object value) {
                    add(value);
                }

                @Override
                public void visitInvokeDynamicInsn(
                        String called, String of, org.objectweb.asm.Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        add(argument);
                    }
                }
            };
        }

        private void add(Object value) {
            if (value instanceof String text) {
                constants.add(text);
            }
        }
    }
}
