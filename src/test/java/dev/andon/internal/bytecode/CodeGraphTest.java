package dev.andon.internal.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.testing.Compiled;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeGraphTest {

    private static final MethodKey RUN = new MethodKey("run", "()V");

    @TempDir
    Path folder;

    private CodeGraph graph(Limits limits, String... sources) {
        Compiled.into(folder).sources(List.of(sources)).compile();
        return new CodeGraph(
                CodeIndex.of(
                        List.of(new ClassRoot(folder, "shop", true)),
                        ClassSource.of(getClass().getClassLoader())),
                limits);
    }

    private static Set<String> reached(CodeGraph graph, CallPolicy policy) {
        return graph.reachable(List.of(new MethodRef("a.Start", RUN)), policy).stream()
                .map(reached ->
                        reached.method().owner() + "." + reached.method().key().name())
                .filter(name -> !name.endsWith("<init>") && !name.contains("lambda$"))
                .collect(Collectors.toSet());
    }

    private static CallPolicy build(CodeGraph graph) {
        return CallPolicy.following(graph::isOwn);
    }

    private static String start(String body) {
        return "package a; public class Start { void run() { " + body + " } void here() {} static void far() {} }";
    }

    @Test
    void lambdas_and_method_references_are_followed() {
        CodeGraph graph = graph(Limits.DEFAULT, start("Runnable one = () -> here(); Runnable two = Start::far;"));
        assertThat(reached(graph, build(graph)))
                .containsExactlyInAnyOrder("a.Start.run", "a.Start.here", "a.Start.far");
    }

    @Test
    void inherited_and_overriding_methods_may_run() {
        CodeGraph graph = graph(
                Limits.DEFAULT,
                start("Base base = make(); base.go(); new Leaf().own();")
                        .replace("void here", "Base make() { return null; } void here"),
                "package a; class Base { void go() {} void own() {} }",
                "package a; class Leaf extends Base { void go() {} }");
        assertThat(reached(graph, build(graph)))
                .containsExactlyInAnyOrder("a.Start.run", "a.Start.make", "a.Base.go", "a.Leaf.go", "a.Base.own");
        assertThat(reached(graph, build(graph).directOnly())).doesNotContain("a.Leaf.go");
    }

    @Test
    void the_class_that_runs_decides_between_overriding_methods() {
        CodeGraph graph = graph(
                Limits.DEFAULT,
                "package a; abstract class Start { void run() { step(); } abstract void step(); }",
                "package a; class One extends Start { void step() {} }",
                "package a; class Two extends Start { void step() {} }");
        assertThat(reached(graph, build(graph).on("a.One"))).containsExactlyInAnyOrder("a.Start.run", "a.One.step");
    }

    @Test
    void a_library_calls_back_its_own_methods_of_a_new_object_and_no_others() {
        CodeGraph graph = graph(
                Limits.DEFAULT,
                start("new Thread(new Job());"),
                "package a; class Job implements Runnable { public void run() {} void other() {} }");
        assertThat(reached(graph, build(graph))).containsExactlyInAnyOrder("a.Start.run", "a.Job.run");
    }

    @Test
    void classes_that_the_policy_leaves_out_are_not_entered() {
        CodeGraph graph = graph(
                Limits.DEFAULT,
                start("new Helper().help();"),
                "package a; class Helper { void help() { Start.far(); } }");
        assertThat(reached(graph, CallPolicy.following("a.Start"::equals))).containsExactly("a.Start.run");
        assertThat(reached(graph, build(graph))).contains("a.Helper.help", "a.Start.far");
    }

    @Test
    void static_initialisers_run_where_the_policy_says_so() {
        CodeGraph graph = graph(
                Limits.DEFAULT,
                start("Object value = Held.VALUE;"),
                "package a; class Held { static final Object VALUE = make(); static Object make() { return null; } }");
        assertThat(reached(graph, build(graph))).containsExactly("a.Start.run");
        assertThat(reached(graph, build(graph).withInitialisers())).contains("a.Held.make");
    }

    @Test
    void a_limit_that_cuts_off_is_noted() {
        Limits small = new Limits(1, 1, 10, 10, 4, 4, 4);
        CodeGraph graph = graph(small, start("here();"));
        assertThat(reached(graph, build(graph))).containsExactly("a.Start.run");
        assertThat(graph.notes())
                .singleElement()
                .asString()
                .contains("1 methods")
                .contains("a.Start");
    }

    @Test
    void too_many_implementations_are_noted() {
        Limits small = new Limits(10, 1, 10, 10, 4, 4, 4);
        CodeGraph graph = graph(
                small,
                start("Kind kind = null; kind.go();"),
                "package a; interface Kind { void go(); }",
                "package a; class One implements Kind { public void go() {} }",
                "package a; class Two implements Kind { public void go() {} }");
        Call go = new Call("a.Kind", "go", "()V", 0);
        assertThat(graph.targets(new MethodRef("a.Start", RUN), go, build(graph)))
                .hasSize(1);
        assertThat(graph.notes())
                .singleElement()
                .asString()
                .contains("a.Kind.go")
                .contains("implementations");
    }

    @Test
    void within_the_limits_nothing_is_noted() {
        CodeGraph graph = graph(new Limits(2, 1, 10, 10, 4, 4, 4), start("here();"));
        assertThat(reached(graph, build(graph))).containsExactlyInAnyOrder("a.Start.run", "a.Start.here");
        assertThat(graph.notes()).isEmpty();
    }
}
