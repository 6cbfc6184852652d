package dev.andon.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.ReferencedClasses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** The jar as users get it: what is in it, and what is not. */
class JarContentsIT {
    private static final Path JAR = Path.of("target", "andon-junit-0.1.0-SNAPSHOT.jar");
    private static final Path SOURCES = Path.of("target", "andon-junit-0.1.0-SNAPSHOT-sources.jar");
    private static final String SHADED = "dev/andon/internal/shaded/";

    @Test
    void holds_our_packages_and_no_others() throws IOException {
        assertThat(names(JAR)).allMatch(name -> name.startsWith("dev/andon/") || name.startsWith("META-INF/"));
        assertThat(names(JAR))
                .contains(
                        SHADED + "asm/ClassReader.class",
                        SHADED + "jacoco/analysis/Analyzer.class",
                        SHADED + "nanojson/JsonParser.class",
                        SHADED + "mustache/Mustache.class");
    }

    @Test
    void holds_every_class_of_its_own_and_of_the_relocated_libraries_that_any_of_its_classes_refers_to()
            throws IOException {
        Set<String> names = names(JAR);
        Set<String> missing = references().stream()
                .filter(name -> name.startsWith("dev/andon/"))
                .filter(name -> !names.contains(name + ".class"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing).isEmpty();
    }

    @Test
    void refers_to_none_of_the_relocated_libraries_by_its_old_name() throws IOException {
        assertThat(references())
                .contains(SHADED + "asm/ClassReader")
                .noneMatch(name -> name.matches("(org/objectweb/asm|org/jacoco/core|com/grack|com/samskivert)/.*"));
    }

    @Test
    void still_looks_for_the_agent_of_the_build_by_its_own_name() throws IOException {
        assertThat(text(JAR, "dev/andon/internal/evidence/coverage/Agent.class"))
                .contains("org.jacoco.agent.rt.RT", "org.jacoco.agent.rt.IAgent");
    }

    @Test
    void holds_the_licences_of_what_is_inside_and_the_name_of_the_module() throws IOException {
        assertThat(names(JAR))
                .contains(
                        "META-INF/LICENSE",
                        "META-INF/THIRD-PARTY.txt",
                        "META-INF/licenses/ASM.txt",
                        "META-INF/licenses/JMustache.txt",
                        "META-INF/licenses/EPL-2.0.txt");
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("dev.andon");
        }
    }

    @Test
    void the_sources_name_the_classes_that_the_jar_holds() throws IOException {
        assertThat(text(SOURCES, "dev/andon/internal/evidence/coverage/Agent.java"))
                .contains("org.jacoco.agent.rt.RT");
        for (String source : names(SOURCES)) {
            if (source.endsWith(".java")) {
                assertThat(text(SOURCES, source))
                        .as(source)
                        .doesNotContainPattern("import (static )?(org\\.objectweb|org\\.jacoco\\.core|com\\.grack)\\.");
            }
        }
    }

    @Test
    void brings_no_other_library_along() throws IOException {
        String pom = Files.readString(Path.of("dependency-reduced-pom.xml"))
                .replaceAll("(?s)<build>.*?</build>|<profiles>.*?</profiles>", "");

        assertThat(Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL)
                        .matcher(pom)
                        .results()
                        .map(dependency -> dependency.group())
                        .filter(dependency -> !dependency.contains("<optional>true</optional>"))
                        .filter(dependency -> !dependency.matches("(?s).*<scope>(provided|test)</scope>.*")))
                .isEmpty();
    }

    private static Set<String> references() throws IOException {
        Set<String> found = new TreeSet<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".class")) {
                    found.addAll(ReferencedClasses.of(new ClassReader(jar.getInputStream(entry))));
                }
            }
        }
        return found;
    }

    private static Set<String> names(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .collect(Collectors.toSet());
        }
    }

    private static String text(Path path, String entry) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return new String(jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
