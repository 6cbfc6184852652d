package dev.andon.internal.evidence.canaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.internal.formats.OperationsCodec;
import dev.andon.internal.formats.OperationsCodec.Operation;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsFileTest {
    private static final String WHOLE = """
            operations:
              - name: place an order
                route: POST /orders
                services: com.acme.shop.OrderController
              - name: browse   # without a route
            """;

    @TempDir
    Path temp;

    private List<Operation> read(String text) throws IOException {
        return OperationsFile.read(write(temp, text));
    }

    private static Path write(Path folder, String text) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(OperationsCodec.NAME), text);
    }

    @Test
    void operations_are_read_with_what_is_left_out_empty() throws IOException {
        assertThat(read(WHOLE))
                .containsExactly(
                        new Operation("place an order", "POST /orders", List.of("com.acme.shop.OrderController")),
                        new Operation("browse", "", List.of()));
    }

    @Test
    void what_is_malformed_says_so_once_with_file_and_form() {
        refused("operations: [", "is no YAML");
        refused("operations:\n  - name: a\n    name: b\n", "is no YAML");
        refused("", "it holds no list under `operations:`");
        refused("- name: a", "it holds no list under `operations:`");
        refused("operations: place", "it holds no list under `operations:`");
        refused("operations: []", "its list is empty");
        refused("operations:\n  - place an order\n", "\"place an order\" is no operation");
        refused("operations:\n  - route: POST /orders\n", "no `name` in operation 1");
        refused("operations:\n  - name: a\n  - name: 7\n", "`name` in operation 2 is no text: 7");
        refused("operations:\n  - nmae: a\n", "unknown key `nmae` in operation 1; there are [name, route, services]");
        refused("operation:\n  - name: a\noperations:\n  - name: a\n", "unknown key `operation` at the top");
    }

    private void refused(String text, String why) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(CanaryFileProblem.class)
                .hasMessageContaining(temp.resolve(OperationsCodec.NAME).toString())
                .hasMessageContaining(why);
    }

    @Test
    void without_a_library_it_says_which_to_add() throws Exception {
        Path file = write(temp, WHOLE);
        URL[] urls = {
            Path.of("target", "classes").toUri().toURL(),
        };
        try (URLClassLoader bare = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            var read = bare.loadClass(OperationsFile.class.getName()).getMethod("read", Path.class);

            assertThatThrownBy(() -> read.invoke(null, file))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageContaining(file + " names key operations, but the library")
                    .hasMessageContaining("org.snakeyaml:snakeyaml-engine", "@KeyOperation");
        }
    }

    @Test
    void the_nearest_file_counts_up_to_the_repository_and_not_above_it() throws IOException {
        Path repository = temp.resolve("above/repository");
        Path module = repository.resolve("services/shop");
        Path classes = module.resolve("target/classes");
        Files.createDirectories(classes);
        Files.createDirectories(repository.resolve(".git"));
        write(temp.resolve("above"), WHOLE);
        assertThat(OperationsFile.find(List.of(classes), module)).isEmpty();

        Path shared = write(repository, WHOLE);
        assertThat(OperationsFile.find(List.of(classes), module)).hasValue(shared);
        Path own = write(module, WHOLE);
        assertThat(OperationsFile.find(List.of(classes), module)).hasValue(own);
        Path shipped = write(classes, WHOLE);
        assertThat(OperationsFile.find(List.of(classes), module)).hasValue(shipped);
    }

    @Test
    void without_git_the_builds_around_the_module_are_the_repository() throws IOException {
        Path module = temp.resolve("above/build/shop");
        Files.createDirectories(module);
        write(temp.resolve("above"), WHOLE);
        assertThat(OperationsFile.find(List.of(), module)).isEmpty();

        Files.writeString(temp.resolve("above/build/pom.xml"), "<project/>");
        assertThat(OperationsFile.find(List.of(), module)).isEmpty();
        Path shared = write(temp.resolve("above/build"), WHOLE);
        assertThat(OperationsFile.find(List.of(), module)).hasValue(shared);
    }

    @Test
    void a_file_of_nearly_that_name_is_not_passed_over() throws IOException {
        Path base = Files.createDirectories(temp.resolve("shop"));
        Path nearly = Files.writeString(base.resolve("operations.yml"), WHOLE);
        write(temp, WHOLE);

        assertThat(OperationsFile.find(List.of(), base)).contains(nearly);
        assertThatThrownBy(() -> OperationsFile.read(nearly))
                .isInstanceOf(CanaryFileProblem.class)
                .hasMessage(nearly + " is not read: name it operations.yaml");
        Path whole = write(base, WHOLE);
        assertThat(OperationsFile.find(List.of(), base)).contains(whole);
        assertThatThrownBy(() -> OperationsFile.read(whole))
                .isInstanceOf(CanaryFileProblem.class)
                .hasMessage(nearly + " lies beside operations.yaml and is not read: remove one of the two");
        Files.delete(nearly);
        assertThat(OperationsFile.read(whole)).hasSize(2);
    }
}
