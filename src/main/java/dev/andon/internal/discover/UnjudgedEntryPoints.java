package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.frameworks.ClassView;
import dev.andon.internal.frameworks.EntryPointSigns;
import dev.andon.internal.frameworks.Frameworks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;

/** Finds the classes that look as if something outside of the application calls them, and that are not judged as entry points. */
public final class UnjudgedEntryPoints {

    private static final Pattern UNNAMED = Pattern.compile("\\$\\d.*|\\$\\$.*");

    private final Classes classes;
    private final Predicate<String> wanted;
    private final Set<String> judged;
    /** What each called method registers; most are called by many classes. */
    private final Map<Call, Optional<String>> registrations = new HashMap<>();

    private UnjudgedEntryPoints(CodeIndex index, DiscoveryRequest request, Inventory inventory) {
        this.classes = new Classes(index);
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
                finder.sign(facts).ifPresent(sign -> found.putIfAbsent(name, sign));
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

    private Optional<String> sign(ClassFacts facts) {
        if (GeneratedCode.is(facts, classes.index())
                || CanaryFinder.annotation(classes, facts).isPresent()) {
            return Optional.empty();
        }
        ClassView type = classes.view(facts);
        if (Frameworks.any(framework -> framework.isNotEntryPoint(type))) {
            return Optional.empty();
        }
        Optional<String> declared = Optional.empty();
        if (facts.isInterface()) {
            declared = EntryPointSigns.ofInterface(type);
        } else if (!Classes.has(facts, Opcodes.ACC_ABSTRACT)) {
            declared = EntryPointSigns.of(type);
        }
        return declared.or(() -> registered(facts));
    }

    private Optional<String> registered(ClassFacts facts) {
        for (Call call : classes.index().calledMethods(facts)) {
            if (classes.index().graph().isProduction(call.owner())) {
                // What the build calls of itself registers nothing with a framework.
                continue;
            }
            Optional<String> sign = registrations.computeIfAbsent(call, EntryPointSigns::of);
            if (sign.isPresent()) {
                return sign;
            }
        }
        return Optional.empty();
    }
}
