package dev.andon.internal.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.andon.Level;
import dev.andon.internal.judge.PracticeChecks;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.require.Requirements;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverFileTest {
    private static final String YAML = """
            waivers:
              - practices: [unit-tests, integration-tests]
                services: [com.acme.LegacyExport, POST /orders]
                reason: retired in Q2
                owner: shop-team
                until: 2027-03-31
              - practices: tests-enabled
                tests: com.acme.SlowTest
                reason: being replaced
                owner: shop-team
                until: 2027-01-31
              - practices: canaries
                packages: com.acme.legacy
                reason: retired
                owner: shop-team
                until: 2027-01-31
            """;
    private static final String PROPERTIES = """
            # those of the old shop
            legacy.practices = unit-tests, integration-tests
            legacy.services = com.acme.LegacyExport, POST /orders
            legacy.reason = retired in Q2
            legacy.owner = shop-team
            legacy.until = 2027-03-31
            m.practices = tests-enabled
            m.tests = com.acme.SlowTest
            m.reason = being replaced
            m.owner = shop-team
            m.until = 2027-01-31
            n.practices = canaries
            n.packages = com.acme.legacy
            n.reason = retired
            n.owner = shop-team
            n.until = 2027-01-31
            """;

    @TempDir
    Path folder;

    private static ReadinessDeclaration declaration() {
        return new ReadinessDeclaration(
                "com.acme.ShopReadinessTest",
                List.of("com.acme"),
                List.of(),
                List.of(),
                List.of(),
                Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED)));
    }

    private List<Requirements.Waiver> waivers(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return WaiverFile.with(declaration(), folder).requirements().waivers();
    }

    private void refused(String name, String text, String... said) {
        assertThatThrownBy(() -> waivers(name, text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(name)
                .hasMessageContainingAll(said);
    }

    @ParameterizedTest
    @CsvSource({"andon-waivers.yaml", "andon-waivers.properties"})
    void each_practice_and_service_package_or_group_of_tests_is_one_waiver(String name) throws IOException {
        assertThat(waivers(name, name.endsWith("yaml") ? YAML : PROPERTIES))
                .extracting(
                        waiver -> waiver.practice().id(),
                        waiver -> waiver.service() + waiver.inPackage(),
                        Requirements.Waiver::tests)
                .containsExactly(
                        tuple("unit-tests", "com.acme.LegacyExport", List.of()),
                        tuple("unit-tests", "POST /orders", List.of()),
                        tuple("integration-tests", "com.acme.LegacyExport", List.of()),
                        tuple("integration-tests", "POST /orders", List.of()),
                        tuple("tests-enabled", "", List.of("com.acme.SlowTest")),
                        tuple("canaries", "com.acme.legacy", List.of()));
    }

    @Test
    void waivers_of_the_file_say_where_they_stand() throws IOException {
        assertThat(waivers("andon-waivers.yaml", YAML))
                .allSatisfy(waiver -> assertThat(waiver.origin()).isEqualTo("andon-waivers.yaml"));
    }

    @Test
    void without_a_file_nothing_changes() {
        assertThat(WaiverFile.with(declaration(), folder)).isEqualTo(declaration());
    }

    @Test
    void two_files_and_a_misspelt_one_are_refused() throws IOException {
        Files.writeString(folder.resolve("andon-waivers.properties"), PROPERTIES);
        refused("andon-waivers.yaml", YAML, "keep one of the two");
        Files.delete(folder.resolve("andon-waivers.properties"));
        refused("andon-waivers.yml", YAML, "keep one of the two");
        Files.delete(folder.resolve("andon-waivers.yaml"));
        refused("andon-waivers.yml", YAML, "is not read: name it andon-waivers.yaml");
    }

    @Test
    void what_an_annotation_refuses_a_file_is_refused_too_and_the_waiver_is_named() {
        refused("andon-waivers.yaml", YAML.replace("unit-tests,", "unit-test,"), "waiver 1", "unit-test");
        refused("andon-waivers.yaml", YAML.replace("2027-01-31", "31.1.2027"), "waiver 2", "yyyy-MM-dd");
        refused("andon-waivers.yaml", YAML.replace("reason: being replaced", "reason: ''"), "waiver 2", "reason");
        refused(
                "andon-waivers.yaml",
                YAML.replace("    owner: shop-team\n    until: 2027-03-31\n", ""),
                "waiver 1",
                "owner");
    }

    @Test
    void a_file_of_another_form_is_one_error() {
        refused("andon-waivers.yaml", "", "one list, under `waivers:`");
        refused("andon-waivers.yaml", "waivers: []", "no waiver");
        refused("andon-waivers.yaml", YAML + "more: 1\n", "one list");
        refused("andon-waivers.yaml", YAML.replace("owner:", "who:"), "unknown key `who` in waiver 1");
        refused("andon-waivers.yaml", YAML.replace("reason: retired in Q2", "reason: [a]"), "`reason` in waiver 1");
        refused("andon-waivers.yaml", "waivers:\n  - practices: [\n", "no YAML");
    }

    @Test
    void properties_of_another_form_are_one_error() throws IOException {
        refused("andon-waivers.properties", "practices = unit-tests\n", "`practices` names no waiver");
        refused("andon-waivers.properties", "# none\n", "no waiver");
        refused("andon-waivers.properties", PROPERTIES + "n.owner = other-team\n", "sets `n.owner` twice");
        refused("andon-waivers.properties", PROPERTIES + "n.untli = 2027-01-01\n", "unknown key `untli` in waiver n");
        refused("andon-waivers.properties", PROPERTIES.replace("= retired\n", "= \\u12\n"), "no properties file");
        Files.write(folder.resolve("andon-waivers.properties"), new byte[] {'a', '.', 'b', '=', (byte) 0xff});
        assertThatThrownBy(() -> WaiverFile.with(declaration(), folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void without_the_library_a_yaml_file_is_an_error_and_properties_are_read() throws Exception {
        Files.writeString(folder.resolve("andon-waivers.yaml"), YAML);
        assertThatThrownBy(this::withoutYamlLibrary)
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .hasMessageContainingAll(
                        "andon-waivers.yaml holds waivers",
                        "org.snakeyaml:snakeyaml-engine",
                        "andon-waivers.properties");

        Files.delete(folder.resolve("andon-waivers.yaml"));
        Files.writeString(folder.resolve("andon-waivers.properties"), PROPERTIES);
        assertThat(String.valueOf(withoutYamlLibrary())).contains("origin=andon-waivers.properties");
    }

    private Object withoutYamlLibrary() throws Exception {
        URL[] classPath = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")))
                .filter(entry -> !entry.contains("snakeyaml"))
                .map(entry -> url(Path.of(entry)))
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Method declaration =
                    loader.loadClass(WaiverFileTest.class.getName()).getDeclaredMethod("declaration");
            declaration.setAccessible(true);
            return loader.loadClass(WaiverFile.class.getName())
                    .getMethod("with", declaration.getReturnType(), Path.class)
                    .invoke(null, declaration.invoke(null), folder);
        }
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
