package dev.andon.internal.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.evidence.ChangedCoverage;
import dev.andon.internal.evidence.Coverage;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.changes.ChangedSource;
import dev.andon.internal.evidence.coverage.ExecReader.Session;
import dev.andon.internal.evidence.coverage.fixtures.PayTestCases;
import dev.andon.internal.evidence.coverage.fixtures.RefundTestCases;
import dev.andon.internal.evidence.coverage.fixtures.Till;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.evidence.ledger.RunFreshness;
import dev.andon.internal.require.CounterType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds without {@code clean} between them write to one exec file. */
class EarlierBuildIT {

    private static final RunFreshness ANY = RunFreshness.newerThan(List.of(), module -> Set.of());
    private static final TestRuns NO_RUNS = new TestRuns(List.of(), List.of());
    private static final Predicate<Session> SECOND =
            SessionsOfBuild.of(new BuildId("second", BuildId.Kind.CHOSEN, Instant.EPOCH), ANY, NO_RUNS);

    @TempDir
    static Path folder;

    private static Path classes;
    private static Path first;
    private static Path both;
    private static Path second;

    @BeforeAll
    static void runTheFixtures() throws Exception {
        classes = FixtureBuild.production(folder.resolve("shop"));
        first = folder.resolve("first.exec");
        both = folder.resolve("both.exec");
        second = folder.resolve("second.exec");
        build("first", first, PayTestCases.class);
        build("first", both, PayTestCases.class);
        build("second", both, RefundTestCases.class);
        build("second", second, RefundTestCases.class);
    }

    private static void build(String id, Path exec, Class<?> testClass) throws Exception {
        TestsInChild.Ended ended = new TestsInChild()
                .agentWriting(exec)
                .jvm("-Dandon.build-id=" + id)
                .run(testClass);
        assertThat(ended.output()).contains(" 0 failed");
    }

    private static Inventory inventory() {
        return FixtureBuild.inventory(
                List.of(FixtureBuild.service(Till.class, classes)),
                FixtureBuild.test(PayTestCases.class, TestKind.UNIT),
                FixtureBuild.test(RefundTestCases.class, TestKind.INTEGRATION));
    }

    private static CoverageData data(Path exec) {
        return ExecReader.read(List.of(exec), SECOND);
    }

    private static Coverage whole(Path exec) {
        return new CoverageMeter(data(exec), FixtureBuild.classFiles(classes), inventory()).ofWhole(null, Map.of());
    }

    @Test
    void its_data_covers_nothing() {
        assertThat(whole(both).problems()).isEmpty();
        assertThat(whole(both).of(CounterType.LINE)).isEqualTo(whole(second).of(CounterType.LINE));
        assertThat(whole(both).of(CounterType.LINE).covered()).isPositive();
        assertThat(data(both).earlier())
                .singleElement()
                .asString()
                .contains(both.toString(), "of an earlier build", "`clean`");
        assertThat(data(second).earlier()).isEmpty();
    }

    @Test
    void nothing_is_known_where_its_data_is_all() {
        assertThat(whole(first).problems())
                .singleElement()
                .asString()
                .contains("no coverage data of this build", "of an earlier build", "`clean`");
    }

    @Test
    void its_data_covers_no_changed_line() {
        ChangedSource till = new ChangedSource(
                Path.of(
                        System.getProperty("basedir", System.getProperty("user.dir")),
                        "src/test/java",
                        Till.class.getName().replace('.', '/') + ".java"),
                "shop",
                Till.class.getPackageName(),
                ChangedSource.Place.PRODUCTION,
                false,
                // What PayTestCases runs, and what RefundTestCases does.
                new TreeSet<>(Set.of(20, 21, 28)));
        ChangedCoverage changed = ChangedLinesMeter.measure(
                List.of(till), FixtureBuild.classFiles(classes), source -> false, data(both), Optional.empty());
        ChangedCoverage old = ChangedLinesMeter.measure(
                List.of(till), FixtureBuild.classFiles(classes), source -> false, data(first), Optional.empty());

        assertThat(changed.uncovered()).containsExactly("Till.java:20-21");
        assertThat(old.problems()).singleElement().asString().contains("no coverage data of this build");
    }

    @Test
    void a_merger_that_holds_some_of_its_data_counts_for_nothing() throws Exception {
        Path merged = folder.resolve("merged.exec");
        ExecFileLoader loader = new ExecFileLoader();
        loader.load(both.toFile());
        loader.save(merged.toFile(), false);

        assertThat(data(merged).outdated()).hasSize(1);
        assertThat(whole(merged).problems()).singleElement().asString().contains("of an earlier build");
    }

    @Test
    void data_without_a_builds_id_is_told_by_its_time() {
        Instant began = Instant.now().plusSeconds(60);
        Predicate<Session> counts = SessionsOfBuild.of(new BuildId("1", BuildId.Kind.PROCESS, began), ANY, NO_RUNS);
        Instant longAgo = began.minusSeconds(100_000);

        assertThat(counts.test(new Session("", Set.of(), began, began))).isTrue();
        assertThat(counts.test(new Session("", Set.of(), longAgo, longAgo.plusSeconds(1))))
                .isFalse();
        assertThat(counts.test(new Session("1", Set.of("A"), longAgo, longAgo))).isTrue();
        // Of this very JVM, whose start is known to the millisecond.
        assertThat(counts.test(new Session("", Set.of(), Instant.now(), Instant.now())))
                .isTrue();
    }

    @Test
    void in_a_daemon_class_files_tell_by_their_time() throws Exception {
        Instant compiled = Instant.now();
        Predicate<Session> counts = compiledAt(compiled, BuildId.Kind.DAEMON);

        Instant before = compiled.minusSeconds(60);
        Instant after = compiled.plusSeconds(30);
        assertThat(counts.test(new Session("other", Set.of("com.acme.ATest"), before, before)))
                .isFalse();
        assertThat(counts.test(new Session("", Set.of(), before, before))).isFalse();
        assertThat(counts.test(new Session("other", Set.of("com.acme.ATest"), before, after)))
                .isTrue();
        assertThat(counts.test(new Session("", Set.of(), before, after))).isTrue();
    }

    @Test
    void an_id_that_the_user_chose_may_be_that_of_many_builds() throws Exception {
        Instant compiled = Instant.now();
        Predicate<Session> counts = compiledAt(compiled, BuildId.Kind.CHOSEN);

        Instant before = compiled.minusSeconds(60);
        Instant after = compiled.plusSeconds(30);
        assertThat(counts.test(new Session("any", Set.of("com.acme.ATest"), before, before)))
                .isFalse();
        assertThat(counts.test(new Session("any", Set.of("com.acme.ATest"), before, after)))
                .isTrue();
        assertThat(counts.test(new Session("any", Set.of(), before, before))).isTrue();
        assertThat(counts.test(new Session("other", Set.of("com.acme.ATest"), before, after)))
                .isFalse();
        assertThat(counts.test(new Session("", Set.of(), before, before))).isFalse();
    }

    private static Predicate<Session> compiledAt(Instant compiled, BuildId.Kind kind) throws Exception {
        Path built = FixtureBuild.production(folder.resolve(kind.name()));
        Path till = built.resolve(Till.class.getName().replace('.', '/') + ".class");
        Files.setLastModifiedTime(till, FileTime.from(compiled));
        return SessionsOfBuild.of(
                new BuildId("any", kind, Instant.EPOCH),
                RunFreshness.newerThan(
                        List.of(
                                new ClassRoot(built, "built", false),
                                new ClassRoot(Files.createDirectories(folder.resolve("empty")), "empty", false)),
                        module -> Set.of()),
                NO_RUNS);
    }
}
