package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the classes that look as if something outside of the application calls them, and that are not judged as entry points. */
public final class UnjudgedEntryPoints {

    private static final Pattern UNNAMED = Pattern.compile("\\$\\d.*|\\$\\$.*");

    private final EntryPointLooks looks;
    private final Predicate<String> wanted;
    private final Set<String> judged;

    private UnjudgedEntryPoints(CodeIndex index, DiscoveryRequest request, Inventory inventory) {
        this.looks = new EntryPointLooks(new Classes(index));
        Predicate<String> inPackages =
                request.packages().isEmpty() ? name -> true : Discovery.within(request.packages());
        List<NamePattern> excluded =
                request.excludeServices().stream().map(NamePattern::ofClass).toList();
        this.wanted = name -> inPackages.test(name) && excluded.stream().noneMatch(pattern -> pattern.matches(name));
        this.judged = inventory.services().stream()
                .filter(service -> service.tier() == Service.Tier.ENTRY)
                .map(service -> service.location().className())
                .collect(Collectors.toSet());
    }

    /** Returns their names and by what they look like entry points, by name. */
    public static Map<String, String> find(CodeIndex index, DiscoveryRequest request, Inventory inventory) {
        UnjudgedEntryPoints finder = new UnjudgedEntryPoints(index, request, inventory);
        Map<String, String> found = new TreeMap<>();
        for (ClassFacts facts : index.classes()) {
            String name = UNNAMED.matcher(facts.name()).replaceAll("");
            if (!Classes.inTests(facts) && finder.wanted.test(name) && !finder.judged.contains(name)) {
                finder.looks.of(facts).ifPresent(sign -> found.putIfAbsent(name, sign));
            }
        }
        return found;
    }

    /** Returns one note for each thing that they look like. */
    public static List<String> notes(CodeIndex index, DiscoveryRequest request, Inventory inventory) {
        Map<String, Set<String>> bySign = new TreeMap<>();
        find(index, request, inventory).forEach((name, sign) -> bySign.computeIfAbsent(sign, ignored -> new TreeSet<>())
                .add(name));
        return bySign.entrySet().stream()
                .map(entry -> "looks like an entry point (" + entry.getKey() + ") and is not judged as one: "
                        + String.join(", ", entry.getValue())
                        + "; name it in includeServices of @OperationalReadiness to judge it, or in excludeServices if it is"
                        + " none")
                .toList();
    }
}
