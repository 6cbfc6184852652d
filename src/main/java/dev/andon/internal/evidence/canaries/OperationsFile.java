package dev.andon.internal.evidence.canaries;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads {@value #NAME}: the key operations, in one place for the services and for the module of their canaries.
 *
 * <pre>{@code
 * operations:
 *   - name: place an order
 *     route: POST /orders
 *     services: com.acme.shop.OrderController   # optional, one or a list
 * }</pre>
 */
public final class OperationsFile {
    /** The file's name. */
    public static final String NAME = "operations.yaml";

    /** One that nobody reads must not look as if it counted. */
    private static final String NEARLY = "operations.yml";

    private static final Set<String> KEYS = new LinkedHashSet<>(List.of("name", "route", "services"));

    private final Path file;

    private OperationsFile(Path file) {
        this.file = file;
    }

    /** A key operation as it is written; the route and the names of its services may be empty. */
    public record Operation(String name, String route, List<String> services) {}

    /** Returns the nearest file: among the classes of a module, in its folder, or above it in the repository. */
    public static Optional<Path> find(Collection<Path> classPath, Path base) {
        for (Path root : classPath) {
            Optional<Path> found = in(root);
            if (found.isPresent()) {
                return found;
            }
        }
        Path last = RepositoryRoot.of(base);
        for (Path folder = base; folder != null && folder.startsWith(last); folder = folder.getParent()) {
            Optional<Path> found = in(folder);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> in(Path folder) {
        return Stream.of(NAME, NEARLY)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * Reads one.
     *
     * @throws CanaryFileProblem if it cannot be understood, or no library is there to read it with
     */
    public static List<Operation> read(Path file) {
        if (file.endsWith(NEARLY)) {
            throw new CanaryFileProblem(file + " is not read: name it " + NAME);
        }
        Path beside = file.resolveSibling(NEARLY);
        if (Files.isRegularFile(beside)) {
            throw new CanaryFileProblem(beside + " stands beside " + NAME + " and is not read: remove one of the two");
        }
        return new OperationsFile(file).operations(load(file));
    }

    private static Object load(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Yaml.load(in);
        } catch (NoClassDefFoundError absent) {
            throw new CanaryFileProblem(
                    file + " names key operations, and there is no library to read it with: add "
                            + "org.snakeyaml:snakeyaml-engine to the tests' class path, or name the operations with @KeyOperation");
        } catch (IllegalArgumentException malformed) {
            throw new CanaryFileProblem(file + " is no YAML: " + malformed.getMessage());
        } catch (IOException unreadable) {
            throw new CanaryFileProblem(file + " cannot be read: " + unreadable);
        }
    }

    private List<Operation> operations(Object document) {
        if (!(document instanceof Map<?, ?> map) || !(map.get("operations") instanceof List<?> list)) {
            throw problem("it holds no list under `operations:`");
        }
        unknown(map, Set.of("operations"), "at the top");
        List<Operation> operations = new ArrayList<>();
        for (Object one : list) {
            if (!(one instanceof Map<?, ?> operation)) {
                throw problem("\"" + one + "\" is no operation");
            }
            String place = "in operation " + (operations.size() + 1);
            unknown(operation, KEYS, place);
            String name = text(operation, "name", place);
            if (name.isEmpty()) {
                throw problem("no `name` " + place);
            }
            operations.add(new Operation(name, text(operation, "route", place), texts(operation, "services", place)));
        }
        if (operations.isEmpty()) {
            throw problem("its list is empty");
        }
        return List.copyOf(operations);
    }

    private void unknown(Map<?, ?> map, Set<String> keys, String place) {
        for (Object key : map.keySet()) {
            if (!keys.contains(String.valueOf(key))) {
                throw problem("unknown key `" + key + "` " + place + "; there are " + keys);
            }
        }
    }

    private String text(Map<?, ?> operation, String key, String place) {
        Object value = operation.get(key);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text.trim();
        }
        throw problem("`" + key + "` " + place + " is no text: " + value);
    }

    private List<String> texts(Map<?, ?> operation, String key, String place) {
        if (operation.get(key) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(one -> ((String) one).trim()).toList();
        }
        String one = text(operation, key, place);
        return one.isEmpty() ? List.of() : List.of(one);
    }

    private CanaryFileProblem problem(String why) {
        return new CanaryFileProblem(file + ": " + why
                + "; write for example\noperations:\n  - name: place an order\n    route: POST /orders");
    }
}
