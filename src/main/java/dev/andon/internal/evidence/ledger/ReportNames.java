package dev.andon.internal.evidence.ledger;

import dev.andon.internal.discover.DisplayNames;
import dev.andon.internal.discover.TestClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which test class and method a name in a report means. Surefire and Gradle write names for display, names of nested
 * classes with or without those around them, and suffixes, depending on version and configuration.
 */
public final class ReportNames {

    /** Where no test class of the build is known: names count as they are written. */
    public static final ReportNames NONE = new ReportNames(List.of(), null);

    /** A suffix of the report, or the invocation of a parameterized class. */
    private static final Pattern ENDING = Pattern.compile("(?:\\([^()]*\\)|\\s*\\[\\d+].*)$", Pattern.DOTALL);

    private static final String INVOCATION = "(?: ?\\[\\d+](?: .*?)?)?";

    private final @Nullable DisplayNames names;
    private final Map<String, TestClass> topLevel = new LinkedHashMap<>();
    private final Map<String, List<String>> owners = new LinkedHashMap<>();
    private final Map<String, List<Methods>> methods = new HashMap<>();
    private @Nullable Map<String, Pattern> displayed;
    /** Each name is asked for several times for each case in a report, and compared with every class. */
    private final Map<String, List<String>> meantBy = new HashMap<>();

    private record Methods(String name, Set<String> displayed) {}

    /**
     * Makes the names of these test classes.
     *
     * @param testClasses the test classes of the build, or of a module of it
     */
    public static ReportNames of(List<TestClass> testClasses, DisplayNames names) {
        return new ReportNames(testClasses, names);
    }

    private ReportNames(List<TestClass> testClasses, @Nullable DisplayNames names) {
        this.names = names;
        for (TestClass testClass : testClasses) {
            topLevel.put(testClass.name(), testClass);
            for (String runsIn : running(testClass)) {
                owners.computeIfAbsent(runsIn, name -> new ArrayList<>()).add(testClass.name());
            }
        }
    }

    private static Set<String> running(TestClass testClass) {
        Set<String> running = new LinkedHashSet<>();
        running.add(testClass.name());
        testClass.methods().forEach(method -> {
            // A nested class that only holds others runs too.
            for (String name = method.runsIn(); name.length() > 0; ) {
                running.add(name);
                int dollar = name.lastIndexOf('$');
                name = dollar < 0 ? "" : name.substring(0, dollar);
            }
        });
        return running;
    }

    /** Returns the class, a nested one included, that a report means; the name itself where none is known by it. */
    String classOf(String written, String suite) {
        if (owners.containsKey(written)) {
            return written;
        }
        String stripped = ENDING.matcher(written).replaceFirst("");
        if (owners.containsKey(stripped)) {
            return stripped;
        }
        List<String> meant = displayedAs(written);
        if (meant.isEmpty()) {
            meant = displayedAs(stripped);
        }
        if (meant.size() > 1 && !suite.equals(written)) {
            String of = topLevelOf(suite);
            List<String> within = meant.stream()
                    .filter(name -> owners.getOrDefault(name, List.of()).contains(of))
                    .toList();
            meant = within.isEmpty() ? meant : within;
        }
        return meant.size() == 1 ? meant.get(0) : meant.isEmpty() ? stripped : written;
    }

    /** Returns the classes that a name for display may mean: the whole path of names, else the last one. */
    private List<String> displayedAs(String written) {
        DisplayNames known = names;
        return known == null ? List.of() : meantBy.computeIfAbsent(written, unknown -> searchDisplayed(unknown, known));
    }

    private List<String> searchDisplayed(String written, DisplayNames known) {
        Map<String, Pattern> paths = displayed;
        if (paths == null) {
            paths = new LinkedHashMap<>();
            for (String name : owners.keySet()) {
                paths.put(name, path(name, known));
            }
            displayed = paths;
        }
        List<String> whole = paths.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(written).matches())
                .map(Map.Entry::getKey)
                .toList();
        if (whole.isEmpty()) {
            return owners.keySet().stream()
                    .filter(name -> known.ofClass(name).contains(written))
                    .toList();
        }
        // The name of an invocation may be any text, so that the class around a nested one has its name too.
        return whole.stream()
                .filter(name -> whole.stream().noneMatch(other -> other.startsWith(name + "$")))
                .toList();
    }

    private static Pattern path(String className, DisplayNames names) {
        int dollar = className.lastIndexOf('$');
        String own = names.ofClass(className).stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
        return Pattern.compile(
                (dollar < 0 ? "" : path(className.substring(0, dollar), names) + " ") + own + INVOCATION);
    }

    /** Returns the name of a suite: where several classes may be meant, that of a class which one of its cases names. */
    String suiteOf(ReportFile suite) {
        return Stream.concat(Stream.of(suite.name()), suite.cases().stream().map(ReportFile.Case::className))
                .filter(name -> owners.containsKey(classOf(name, name)))
                .findFirst()
                .orElse(suite.name());
    }

    /** Returns the top-level test class of a report's name of a class or suite. */
    String topLevelOf(String written) {
        String meant = classOf(written, written);
        List<String> of = owners.getOrDefault(meant, List.of());
        return of.size() == 1 ? of.get(0) : topLevelByName(meant);
    }

    /** Returns the top-level test class of a nested one: an inherited one may belong to several, so the suite decides. */
    String topLevelOf(String className, String suite) {
        List<String> of = owners.getOrDefault(className, List.of());
        if (of.size() == 1) {
            return of.get(0);
        }
        String bySuite = topLevelOf(suite);
        return of.contains(bySuite) ? bySuite : topLevelByName(className);
    }

    private static String topLevelByName(String className) {
        int nested = className.indexOf('$', className.lastIndexOf('.') + 2);
        return nested < 0 ? className : className.substring(0, nested);
    }

    /** Returns the method of the class that a report calls so, if it is one that is known there. */
    Optional<String> methodOf(String className, String written) {
        return methods.computeIfAbsent(className, this::methodsOf).stream()
                .flatMap(method -> method.displayed().stream()
                        .filter(name -> isNameOf(name, written))
                        .map(name -> Map.entry(name, method.name())))
                .max(Comparator.comparing(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private List<Methods> methodsOf(String className) {
        DisplayNames known = names;
        if (known == null) {
            return List.of();
        }
        return owners.getOrDefault(className, List.of()).stream()
                .flatMap(name -> Optional.ofNullable(topLevel.get(name)).stream())
                .flatMap(testClass -> testClass.methods().stream())
                .filter(method -> method.runsIn().equals(className))
                .map(method -> new Methods(method.name(), known.of(method)))
                .distinct()
                .toList();
    }

    /** Returns the names of the methods of the class. */
    Set<String> methodsIn(String className) {
        return owners.containsKey(className)
                ? methods.computeIfAbsent(className, this::methodsOf).stream()
                        .map(Methods::name)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** What may follow a method's name: its parameters, the index of an invocation, and the invocation's own name. */
    private static boolean isNameOf(String name, String written) {
        if (!written.startsWith(name)) {
            return false;
        }
        String rest = written.substring(name.length());
        return rest.isEmpty() || rest.matches("(?s)\\s*[(\\[{].*");
    }
}
