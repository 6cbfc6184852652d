package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.Effect;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a module's applications put before the paths of their routes: context paths in configuration files, an
 * annotation of the application, prefixes that code sets; and the values of placeholders in routes.
 */
public final class PathPrefixes {

    private static final Set<String> KEYS = Frameworks.union(Framework::prefixProperties).stream()
            .map(ConfigurationFiles::spelled)
            .collect(Collectors.toSet());
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:]+)(?::([^}]*))?}");

    private final Map<String, Map<String, Set<String>>> settings = new HashMap<>();
    private final Map<String, Set<String>> prefixes = new HashMap<>();

    private PathPrefixes() {}

    /** Reads the configuration and the code of all modules. */
    public static PathPrefixes of(CodeIndex index) {
        PathPrefixes found = new PathPrefixes();
        Set<ClassRoot> roots = new LinkedHashSet<>();
        for (ClassFacts facts : index.classes()) {
            ClassRoot root = facts.root();
            if (root != null) {
                roots.add(root);
                found.read(facts, root.module(), index);
            }
        }
        roots.forEach(root -> ConfigurationFiles.read(root, (key, value) -> found.set(root.module(), key, value)));
        return found;
    }

    private void set(String module, String key, String value) {
        settings.computeIfAbsent(module, ignored -> new HashMap<>())
                .computeIfAbsent(key, ignored -> new LinkedHashSet<>())
                .add(value);
        if (KEYS.contains(key)) {
            put(module, value);
        }
    }

    private void put(String module, String prefix) {
        prefixes.computeIfAbsent(module, ignored -> new LinkedHashSet<>()).add(prefix);
    }

    private void read(ClassFacts facts, String module, CodeIndex index) {
        for (AnnotationFacts annotation : facts.annotations()) {
            Frameworks.first(Framework::applicationPrefix, annotation).ifPresent(prefix -> put(module, prefix));
            annotation.each("properties").map(String::valueOf).forEach(text -> {
                int equals = text.indexOf('=');
                if (equals > 0) {
                    set(
                            module,
                            ConfigurationFiles.spelled(text.substring(0, equals).strip()),
                            text.substring(equals + 1));
                }
            });
        }
        if (Frameworks.any(Framework::mayPrefixRoutes, facts)) {
            index.code(facts.name()).values().forEach(body -> body.effects().forEach(effect -> prefix(effect, module)));
        }
    }

    private void prefix(Effect effect, String module) {
        if (effect instanceof Effect.Called called
                && Frameworks.any(Framework::prefixesRoutes, called.result().call())) {
            called.result().arguments().stream()
                    .filter(Value.Text.class::isInstance)
                    .forEach(text -> put(module, ((Value.Text) text).text()));
        }
    }

    /** Returns what may stand before the routes of a module, each as its segments; no prefix at all is not among them. */
    public List<List<String>> of(String module) {
        List<List<String>> all = new ArrayList<>();
        for (String prefix : prefixes.getOrDefault(module, Set.of())) {
            for (String known : filled(module, prefix)) {
                List<String> segments = segments(known);
                if (!segments.isEmpty()) {
                    // An application may have both: a context path, and a prefix below it.
                    List.copyOf(all).forEach(other -> {
                        all.add(concat(other, segments));
                        all.add(concat(segments, other));
                    });
                    all.add(segments);
                }
            }
        }
        return all.stream().distinct().limit(50).toList();
    }

    /** Returns the values that a setting has in a module, of all profiles together. */
    public Set<String> values(String module, String key) {
        return settings.getOrDefault(module, Map.of()).getOrDefault(ConfigurationFiles.spelled(key), Set.of());
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }

    private static List<String> segments(String path) {
        return List.of(path.replaceFirst("/?\\*+$", "").split("/")).stream()
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** Returns the texts that a setting stands for; a text without placeholders stands for itself. */
    public Set<String> resolved(String module, String text) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        if (!placeholder.matches()) {
            return Set.of(text);
        }
        Set<String> values = new LinkedHashSet<>(values(module, placeholder.group(1)));
        if (placeholder.group(2) != null) {
            values.add(placeholder.group(2));
        }
        return values.isEmpty() ? Set.of(text) : values;
    }

    /** Returns a template with each placeholder filled by the values that it has in the module, or left as it is. */
    public List<String> filled(String module, String template) {
        Matcher placeholder = PLACEHOLDER.matcher(template);
        if (!placeholder.find()) {
            return List.of(template);
        }
        Set<String> values = new LinkedHashSet<>(values(module, placeholder.group(1)));
        if (placeholder.group(2) != null) {
            values.add(placeholder.group(2));
        }
        String rest = template.substring(placeholder.end());
        String start = template.substring(0, placeholder.start());
        return values.stream()
                .filter(value -> !value.contains("${"))
                .flatMap(value -> filled(module, start + "/" + value + rest).stream())
                .distinct()
                .toList();
    }
}
