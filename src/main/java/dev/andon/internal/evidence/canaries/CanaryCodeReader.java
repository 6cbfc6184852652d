package dev.andon.internal.evidence.canaries;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.CallPolicy;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.MethodRef;
import dev.andon.internal.bytecode.ReachedMethod;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.HelperCode;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Location;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.evidence.CanaryCode.Reached;
import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds what the code of canaries does. */
public final class CanaryCodeReader {
    private static final Set<String> COMMON = Frameworks.union(Framework::canaryPackages);
    private static final Set<String> STARTING = Frameworks.union(Framework::applicationTestAnnotations);

    private static final String PROOF = "dev.andon.canary.CanaryProof";
    private static final Set<String> CLIENTS =
            Set.of("dev.andon.canary.CanaryClient", "dev.andon.canary.CanarySteps", "java.net.http.HttpClient");
    private static final Set<String> REQUESTS =
            Set.of("get", "post", "put", "patch", "delete", "send", "sendAsync", "step", "run");

    private final CodeIndex index;
    private final CodeGraph graph;
    private final HelperCode helpers;
    private final SystemUnderTest system;
    private final Runbooks runbooks;

    private CanaryCodeReader(CodeIndex index, HelperCode helpers, SystemUnderTest system) {
        this.index = index;
        this.graph = index.graph();
        this.helpers = helpers;
        this.system = system;
        this.runbooks = new Runbooks(index);
    }

    /**
     * Reads the code of all canaries of a build.
     *
     * @param packages the judged packages
     * @param servedFromOutside whether a class from outside of the build belongs to an artefact that contains services
     */
    public static Map<String, CanaryCode> read(
            CodeIndex index, Inventory inventory, List<String> packages, Predicate<String> servedFromOutside) {
        CanaryCodeReader reader = new CanaryCodeReader(
                index,
                HelperCode.of(index, inventory),
                new SystemUnderTest(index, inventory, packages, servedFromOutside));
        Map<String, CanaryCode> codes = new LinkedHashMap<>();
        inventory.canaries().forEach(canary -> codes.put(canary.name(), reader.read(canary)));
        return codes;
    }

    /** Returns the classes of this build's system under test that recorded canaries reach, by the canaries' class names. */
    public static Map<String, List<Reached>> reachedBy(
            List<RecordedCanary> recorded,
            CodeIndex index,
            Inventory inventory,
            List<String> packages,
            Predicate<String> servedFromOutside) {
        Predicate<String> system = new SystemUnderTest(index, inventory, packages, servedFromOutside).ofOthers();
        Map<String, List<Reached>> reached = new LinkedHashMap<>();
        for (RecordedCanary canary : recorded) {
            List<Reached> uses = canary.uses();
            reached.put(
                    canary.name(),
                    uses.stream().filter(use -> system.test(use.what())).toList());
        }
        return reached;
    }

    /** Returns the test classes that take part in proving a canary. */
    public static Set<String> proving(CodeIndex index, Inventory inventory) {
        CodeGraph graph = index.graph();
        CallPolicy tests = CallPolicy.following(graph::isTest).withInitialisers();
        Set<String> proving = new HashSet<>();
        inventory.testClasses().forEach(testClass -> {
            List<MethodRef> starts = new ArrayList<>();
            testClass.methods().forEach(method -> starts.addAll(graph.methodsOf(method.declaredIn())));
            boolean[] proves = {false};
            graph.follow(starts, tests, reached -> {
                proves[0] = reached.body().types().contains(PROOF);
                return !proves[0];
            });
            if (proves[0]) {
                proving.add(testClass.name());
            }
        });
        return proving;
    }

    /** Follows all code of the build outside of the system under test, and test support libraries. */
    private CallPolicy policy(Predicate<String> closed) {
        return CallPolicy.following(name -> !closed.test(name) && (graph.isOwn(name) || helpers.isNamed(name)))
                .withInitialisers();
    }

    private CanaryCode read(CanaryClass canary) {
        Predicate<String> closed = system.of(canary);
        Predicate<String> elsewhere = name -> isElsewhere(name, canary.module());
        Set<String> whole = whole(canary.name(), closed);
        Map<String, Reached> reached = new LinkedHashMap<>();
        Map<String, Reached> uses = new LinkedHashMap<>();
        whole.forEach(name -> {
            declared(name, closed, reached);
            declared(name, elsewhere, uses);
        });
        if (system.sharesModule(canary)) {
            startsApplication(canary, reached);
        }
        Map<String, Reached> exits = new LinkedHashMap<>();
        List<MethodRef> starts =
                whole.stream().flatMap(name -> graph.methodsOf(name).stream()).toList();
        Set<String> own = new TreeSet<>(whole);
        for (ReachedMethod visited : graph.reachable(starts, policy(closed))) {
            own.add(visited.method().owner());
            named(visited, closed, reached);
            named(visited, elsewhere, uses);
            exits(visited, exits);
        }
        int lines = 0;
        int requests = 0;
        for (CanaryClass.Test test : canary.tests()) {
            List<ReachedMethod> run = run(test, closed);
            lines = Math.max(lines, lines(canary.name(), run));
            requests = Math.max(requests, requests(run));
        }
        return new CanaryCode(
                List.copyOf(reached.values()),
                List.copyOf(exits.values()),
                lines,
                requests,
                List.copyOf(uses.values()),
                own.stream().filter(name -> isOf(name, canary.module())).toList(),
                runbooks.problem(canary));
    }

    private boolean isOf(String name, String module) {
        return index.find(name)
                .map(ClassFacts::root)
                .filter(root -> !root.test() && root.module().equals(module))
                .isPresent();
    }

    private boolean isElsewhere(String name, String ownModule) {
        return name.indexOf('.') > 0
                && COMMON.stream().noneMatch(name::startsWith)
                && index.find(name)
                        .map(ClassFacts::root)
                        .filter(root -> root.test() || root.module().equals(ownModule))
                        .isEmpty();
    }

    /** The canary, its superclasses, its nested classes and the classes that its annotations name: JUnit uses them all. */
    private Set<String> whole(String canary, Predicate<String> closed) {
        Set<String> whole = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(canary));
        while (!open.isEmpty()) {
            String name = open.remove(open.size() - 1);
            ClassFacts facts = index.find(name).orElse(null);
            if (facts == null || facts.root() == null || closed.test(name) || !whole.add(name)) {
                continue;
            }
            open.addAll(index.superTypes(name));
            graph.members(name).stream().map(ClassFacts::name).forEach(open::add);
            facts.annotations().stream().flatMap(AnnotationFacts::types).forEach(open::add);
        }
        return whole;
    }

    /** A class that a declaration names has no line of its own there: the first line of the declaring class is used. */
    private void declared(String name, Predicate<String> closed, Map<String, Reached> reached) {
        ClassFacts facts = index.find(name).orElseThrow();
        List<String> types = new ArrayList<>(index.superTypes(name));
        facts.annotations().stream().flatMap(AnnotationFacts::types).forEach(types::add);
        facts.fields().forEach(field -> types.add(field.type().replace("[]", "")));
        facts.methods().forEach(method -> types.addAll(Descriptors.types(method.descriptor())));
        int line = index.bodies(name).values().stream()
                .mapToInt(MethodBody::line)
                .filter(number -> number > 0)
                .min()
                .orElse(0);
        types.stream().filter(closed).forEach(type -> add(reached, type, name, line));
    }

    private void startsApplication(CanaryClass canary, Map<String, Reached> reached) {
        index.find(canary.name()).ifPresent(facts -> index.annotationTypes(facts.annotations()).stream()
                .filter(STARTING::contains)
                .map(type -> "the application, which @" + Descriptors.simple(type) + " starts in the canary's own JVM,")
                .forEach(what -> reached.putIfAbsent(what, new Reached(what, canary.location()))));
    }

    private void named(ReachedMethod visited, Predicate<String> closed, Map<String, Reached> reached) {
        String owner = visited.method().owner();
        MethodBody body = visited.body();
        for (Call call : body.calls()) {
            if (closed.test(call.owner())) {
                add(reached, call.owner(), owner, call.line());
            }
            Descriptors.types(call.descriptor()).stream()
                    .filter(closed)
                    .forEach(type -> add(reached, type, owner, call.line()));
        }
        boolean reflective = body.calls().stream()
                .anyMatch(call -> call.name().equals("forName") || call.name().equals("loadClass"));
        body.types().stream().filter(closed).forEach(type -> add(reached, type, owner, body.line()));
        if (reflective) {
            body.constants().stream().filter(closed).forEach(type -> add(reached, type, owner, body.line()));
        }
    }

    private void add(Map<String, Reached> reached, String type, String owner, int line) {
        reached.putIfAbsent(type, new Reached(type, location(owner, line)));
    }

    private Location location(String owner, int line) {
        String file = index.find(owner)
                .map(ClassFacts::sourceFile)
                .orElse(Descriptors.simple(owner).replaceFirst("\\$.*", "") + ".java");
        return new Location(owner, file, line);
    }

    private void exits(ReachedMethod visited, Map<String, Reached> exits) {
        for (Call call : visited.body().calls()) {
            boolean ends = (call.owner().equals("java.lang.System")
                            && call.name().equals("exit"))
                    || (call.owner().equals("java.lang.Runtime")
                            && (call.name().equals("exit") || call.name().equals("halt")));
            if (ends) {
                Location location = location(visited.method().owner(), call.line());
                exits.putIfAbsent(
                        location.toString(),
                        new Reached(Descriptors.simple(call.owner()) + "." + call.name(), location));
            }
        }
    }

    private List<ReachedMethod> run(CanaryClass.Test test, Predicate<String> closed) {
        MethodKey key = new MethodKey(test.method().name(), test.method().descriptor());
        return graph.reachable(List.of(new MethodRef(test.method().declaredIn(), key)), policy(closed));
    }

    /** The lambdas of a method share its lines: each line is counted once. */
    private static int lines(String canary, List<ReachedMethod> run) {
        BitSet lines = new BitSet();
        run.stream()
                .filter(visited -> visited.method().owner().equals(canary)
                        || visited.method().owner().startsWith(canary + "$"))
                .filter(visited -> !visited.method().key().name().startsWith("<"))
                .map(ReachedMethod::body)
                .filter(body -> body.line() > 0)
                .forEach(body -> lines.set(body.line(), body.lastLine() + 1));
        return lines.cardinality();
    }

    private static int requests(List<ReachedMethod> run) {
        return (int) run.stream()
                .flatMap(visited -> visited.body().calls().stream())
                .filter(call -> CLIENTS.contains(call.owner()) && REQUESTS.contains(call.name()))
                .count();
    }
}
