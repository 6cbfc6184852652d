package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.CanaryEvidence;
import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.Executions;
import dev.andon.internal.evidence.JudgedScope;
import dev.andon.internal.evidence.ProofRecord;
import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.canaries.CanaryCodeReader;
import dev.andon.internal.evidence.links.AssertionReach;
import dev.andon.internal.formats.Outcome;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A build with canaries, compiled from text and judged. */
final class CanaryBuild {
    /** A shop with one service, and what stands behind it. */
    static final String[] SHOP = {
        """
        package com.acme.shop;
        @org.springframework.web.bind.annotation.RestController
        public class OrderController {
            @org.springframework.web.bind.annotation.PostMapping("/orders") public String place() { return "PLACED"; }
            @org.springframework.web.bind.annotation.GetMapping("/orders/{id}") public String read() { return ""; }
        }
        """,
        "package com.acme.shop; public class OrderRepository { public int count() { return 1; } }",
        "package com.acme.shop; public record Order(String sku) { public static final String PATH = \"/orders\"; }"
    };

    private static final String HEAD = """
            package com.acme.canaries;
            import static org.junit.jupiter.api.Assertions.*;
            import dev.andon.*;
            import dev.andon.canary.*;
            import java.util.*;
            import org.junit.jupiter.api.*;
            """;

    private final BuiltProject build;
    private final List<RecordedCanary> recorded = new ArrayList<>();
    private final Set<String> outdated = new HashSet<>();
    private final Map<String, ProofRecord> proofs = new HashMap<>();
    private List<Requirements.Operation> operations =
            List.of(new Requirements.Operation("place an order", "POST /orders", List.of()));
    private List<Requirements.Waiver> waivers = List.of();
    private Optional<Requirements.CanaryBudget> budget = Optional.empty();
    private final Set<String> ran = new HashSet<>();
    private boolean over = true;

    private CanaryBuild(Path folder) {
        this.build = BuiltProject.in(folder);
    }

    static CanaryBuild in(Path folder) {
        return new CanaryBuild(folder);
    }

    /** A canary's source: its annotation's attributes, and its body. */
    static String canary(String name, String attributes, String body) {
        return HEAD + "@Canary(" + attributes + ")\nclass " + name + " {\n" + body + "\n}\n";
    }

    /** A canary's source that nothing is to be said against, but for its body. */
    static String canary(String name, String body) {
        return canary(
                name,
                "operation = \"place an order\", route = \"POST /orders\", every = \"1m\", timeout = \"10s\"",
                body);
    }

    /** A canary's source that nothing is to be said against. */
    static String good(String name) {
        return canary(name, test("client.post(\"/orders\", \"{}\").expectStatus(201);"));
    }

    static String test(String statements) {
        return "@Test\nvoid places(CanaryClient client) throws Exception {\n" + statements + "\n}";
    }

    static String helper(String source) {
        return HEAD + source;
    }

    CanaryBuild shop() {
        build.main("shop", SHOP);
        return this;
    }

    CanaryBuild main(String module, String... sources) {
        build.main(module, sources);
        return this;
    }

    CanaryBuild test(String module, String... sources) {
        build.test(module, sources);
        return this;
    }

    CanaryBuild outdated(String canary) {
        outdated.add(canary);
        return this;
    }

    CanaryBuild recorded(RecordedCanary canary) {
        recorded.add(canary);
        return this;
    }

    CanaryBuild proof(String canary, ProofRecord proof) {
        proofs.put(canary, proof);
        return this;
    }

    CanaryBuild operations(Requirements.Operation... these) {
        operations = List.of(these);
        return this;
    }

    CanaryBuild waive(Requirements.Waiver... these) {
        waivers = List.of(these);
        return this;
    }

    CanaryBuild budget(int max, long runsPerMonth) {
        budget = Optional.of(new Requirements.CanaryBudget(max, runsPerMonth, List.of()));
        return this;
    }

    CanaryBuild stillRunning() {
        over = false;
        return this;
    }

    CanaryBuild ran(String testClass) {
        ran.add(testClass);
        return this;
    }

    BuildEvidence evidence() {
        CodeIndex index = build.index();
        Inventory inventory = Discovery.discover(index, DiscoveryRequest.of("com.acme.shop"));
        return new BuildEvidence(new BuildEvidence.Collected(
                inventory,
                new TestRuns(
                        ran.stream()
                                .map(name ->
                                        new ClassRun(name, Outcome.SUCCESSFUL, "", List.of(), Instant.EPOCH, "ledger"))
                                .toList(),
                        List.of()),
                List.of(),
                AssertionReach.find(index, inventory),
                Executions.unavailable("no agent"),
                Optional.empty(),
                Optional.empty(),
                over,
                JudgedScope.ALL,
                new CanaryEvidence(
                        CanaryCodeReader.read(index, inventory, List.of("com.acme.shop"), outside -> false),
                        recorded,
                        outdated,
                        CanaryCodeReader.reachedBy(
                                recorded, index, inventory, List.of("com.acme.shop"), outside -> false),
                        proofs,
                        CanaryCodeReader.proving(index, inventory)),
                Build.TODAY,
                Map.of(),
                (testClass, service) -> true));
    }

    Report judge(Practice... practices) {
        Requirements plain = Requirements.of(Set.copyOf(List.of(practices)));
        Requirements requirements = new Requirements(
                plain.practices(),
                plain.evidence(),
                List.of(),
                budget,
                Optional.empty(),
                Optional.empty(),
                operations,
                waivers,
                List.of(),
                Requirements.BaselineLimits.NONE);
        return Evaluation.of(evidence(), requirements).report("com.acme.shop.ShopReadinessTest");
    }

    /** The row of the only canary, or of one of them by its simple name. */
    PracticeResult row(Practice practice, String... simpleName) {
        return judge(practice).canaries().stream()
                .filter(result -> simpleName.length == 0 || result.label().equals(simpleName[0]))
                .findFirst()
                .orElseThrow()
                .practice(practice.id())
                .orElseThrow();
    }

    /** The row of the shop's only service. */
    PracticeResult serviceRow(Practice practice) {
        return judge(practice).services().stream()
                .filter(result -> result.name().equals("com.acme.shop.OrderController"))
                .findFirst()
                .orElseThrow()
                .practice(practice.id())
                .orElseThrow();
    }

    Optional<PracticeResult> codebaseRow(Practice practice) {
        return judge(practice).codebase().stream()
                .filter(result -> result.id().equals(practice.id()))
                .findFirst();
    }
}
