package dev.andon.internal.discover;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.discover.FrameworkSigns.Sign;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the kind of a test class. Explicit beats convention; the first of these signs that says anything decides:
 *
 * <ol>
 *   <li>Andon's annotations and JUnit's tags and categories, in their common spellings. Where methods differ, the
 *       strongest is the class's kind.
 *   <li>What the frameworks mean that the test, a superclass or a helper of it uses: see {@link FrameworkSigns}. A folder or a name
 *       that speaks of end-to-end tests lifts an integration test: how the application is started cannot tell the two
 *       apart.
 *   <li>Where the test lies: source set, module, package.
 *   <li>What it is called.
 * </ol>
 *
 * <p>What no sign speaks of is a unit test; if a nested class differs, the strongest counts.
 */
final class TestKinds {

    private static final Map<String, TestKind> SPELLINGS = Map.ofEntries(
            Map.entry("unit", TestKind.UNIT),
            Map.entry("integration", TestKind.INTEGRATION),
            Map.entry("it", TestKind.INTEGRATION),
            Map.entry("e2e", TestKind.END_TO_END),
            Map.entry("endtoend", TestKind.END_TO_END),
            Map.entry("acceptance", TestKind.END_TO_END),
            Map.entry("canary", TestKind.CANARY));

    private final Classes classes;
    private final PlaceSigns places;
    private final ProcessSigns processes;

    TestKinds(Classes classes) {
        this.classes = classes;
        this.places = new PlaceSigns(classes);
        this.processes = new ProcessSigns(classes);
    }

    /** A test class's kind, why, and whether it runs the service in its own JVM. */
    record Verdict(TestKind kind, String reason, boolean sameProcess) {}

    Verdict of(ClassFacts testClass, List<ClassFacts> running, List<TestMethod> methods) {
        List<Reach> reaches =
                running.stream().map(type -> new Reach(classes, type)).toList();
        boolean sameProcess = reaches.stream().noneMatch(processes::isElsewhere);
        Sign sign = explicit(methods, () -> byConvention(testClass, reaches));
        return new Verdict(sign.kind(), sign.reason(), sameProcess);
    }

    private static Sign explicit(List<TestMethod> methods, java.util.function.Supplier<Sign> convention) {
        Set<TestKind> kinds = EnumSet.noneOf(TestKind.class);
        boolean some = false;
        for (TestMethod method : methods) {
            Optional<TestKind> kind = tagged(method);
            kind.ifPresent(kinds::add);
            some |= kind.isEmpty();
        }
        if (kinds.isEmpty()) {
            return convention.get();
        }
        Sign untagged = some ? convention.get() : new Sign(TestKind.UNIT, "");
        TestKind strongest = kinds.stream().max(Comparator.naturalOrder()).orElseThrow();
        if (some && untagged.kind().compareTo(strongest) > 0) {
            return new Sign(untagged.kind(), untagged.reason() + ", the strongest of its methods' kinds");
        }
        boolean differ = kinds.size() > 1 || (some && untagged.kind() != strongest);
        return new Sign(
                strongest, "tagged " + strongest.tag() + (differ ? ", the strongest of its methods' kinds" : ""));
    }

    /** Returns the strongest kind that a method's tags speak of. */
    static Optional<TestKind> tagged(TestMethod method) {
        return method.tags().stream()
                .map(TestKinds::spelled)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    static Optional<TestKind> spelled(String tag) {
        String plain = tag.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "").replaceAll("tests?$", "");
        return Optional.ofNullable(SPELLINGS.get(plain));
    }

    private Sign byConvention(ClassFacts testClass, List<Reach> reaches) {
        Optional<Sign> framework = reaches.stream()
                .map(FrameworkSigns::of)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Sign::kind));
        Optional<Sign> place = places.of(testClass);
        Optional<Sign> name = named(Classes.simpleName(testClass.name()));
        if (framework.isPresent()) {
            boolean integration = framework.get().kind() == TestKind.INTEGRATION;
            return Arrays.asList(place, name).stream()
                    .flatMap(Optional::stream)
                    .filter(sign -> integration && sign.kind() == TestKind.END_TO_END)
                    .map(sign -> new Sign(sign.kind(), framework.get().reason() + ", " + sign.reason()))
                    .findFirst()
                    .orElse(framework.get());
        }
        return place.or(() -> name)
                .or(() -> reaches.stream().anyMatch(processes::isElsewhere)
                        ? Optional.of(new Sign(TestKind.INTEGRATION, "speaks to a service in another process"))
                        : Optional.empty())
                .orElse(new Sign(TestKind.UNIT, "no sign of another kind"));
    }

    static Optional<Sign> named(String simpleName) {
        if (simpleName.matches(".*(E2E|EndToEnd|AcceptanceTests?$|AcceptanceIT$).*|.*E2e([A-Z].*)?")) {
            return Optional.of(new Sign(TestKind.END_TO_END, "named " + simpleName));
        }
        if (simpleName.matches(".*(IT|ITCase|ITs|IntegrationTests?|IntegrationSpec|IntTests?)|IT[A-Z][a-z].*")) {
            return Optional.of(new Sign(TestKind.INTEGRATION, "named " + simpleName));
        }
        return Optional.empty();
    }

    /** Returns the kinds that names of folders, modules and packages spell. */
    static Optional<TestKind> spelledIn(String name) {
        return Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])|[-_.]", -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.collectingAndThen(Collectors.toList(), words -> {
                    String joined = String.join("-", words);
                    if (words.contains("e2e") || words.contains("acceptance") || joined.contains("end-to-end")) {
                        return Optional.of(TestKind.END_TO_END);
                    }
                    return words.contains("integration")
                                    || words.contains("it")
                                    || words.contains("its")
                                    || words.contains("itest")
                                    || words.contains("inttest")
                                    || joined.contains("int-test")
                            ? Optional.of(TestKind.INTEGRATION)
                            : Optional.empty();
                }));
    }
}
