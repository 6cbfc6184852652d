package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.TestProof;
import dev.andon.testing.Compiled;
import dev.andon.testing.RealLibraries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests whose application Spring starts: with a context that they make useless, and with transactions rolled back. */
class SpringContextsIT {

    /** Counts what it took in since its application started. */
    private static final String TILL = """
            package shop;
            public class Till {
                private long sum;
                public long take(long amount) { sum += amount; return sum; }
                public long sum() { return sum; }
                public String name() { return "till"; }
            }
            """;

    /** Each of its tests needs a new application: with the one before, the sum is another. */
    private static final String TILL_TESTS = """
            package shop;
            import static org.junit.jupiter.api.Assertions.*;
            import org.junit.jupiter.api.Test;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.context.annotation.*;
            import org.springframework.test.annotation.DirtiesContext;
            import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
            @SpringJUnitConfig
            @DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
            class TillTests {
                @Configuration
                static class Application {
                    @Bean Till till() { return new Till(); }
                }
                @Autowired Till till;
                @Test void takes() { assertEquals(5, till.take(5)); }
                @Test void sums() { till.take(2); till.take(3); assertEquals(5, till.sum()); }
                @Test void looks_at_nothing() { assertNotNull(till); till.name(); }
            }
            """;

    private static final String TABLE = """
            package shop;
            import java.util.*;
            import org.springframework.transaction.TransactionDefinition;
            import org.springframework.transaction.support.*;
            public class Table extends AbstractPlatformTransactionManager {
                public final List<String> rows = new ArrayList<>();
                private List<String> before;
                @Override protected Object doGetTransaction() { return this; }
                @Override protected boolean isExistingTransaction(Object transaction) { return before != null; }
                @Override protected void doBegin(Object transaction, TransactionDefinition of) { before = List.copyOf(rows); }
                @Override protected void doCommit(DefaultTransactionStatus status) { before = null; }
                @Override protected void doSetRollbackOnly(DefaultTransactionStatus status) {}
                @Override protected void doRollback(DefaultTransactionStatus status) {
                    rows.clear();
                    rows.addAll(before);
                    before = null;
                }
            }
            """;

    /** Made a subclass of at run time, which begins and ends transactions. */
    private static final String GUESTS = """
            package shop;
            import org.springframework.transaction.annotation.Transactional;
            @Transactional
            public class Guests {
                private final Table table;
                public Guests(Table table) { this.table = table; }
                protected Guests() { this(new Table()); }
                public int add(String name) { table.rows.add(name); return table.rows.size(); }
                public void check(String name) {
                    if (!table.rows.contains(name)) { throw new IllegalStateException(); }
                }
                public String greet(String name) { return "hello " + name; }
            }
            """;

    /** Its tests pass again and again only because what they wrote is rolled back, also where they fail half-way. */
    private static final String GUEST_TESTS = """
            package shop;
            import static org.junit.jupiter.api.Assertions.*;
            import org.junit.jupiter.api.Test;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.context.annotation.*;
            import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
            import org.springframework.transaction.annotation.*;
            @SpringJUnitConfig
            @Transactional
            class GuestTests {
                @Configuration
                @EnableTransactionManagement(proxyTargetClass = true)
                static class Application {
                    @Bean Table table() { return new Table(); }
                    @Bean Guests guests(Table table) { return new Guests(table); }
                }
                @Autowired Guests guests;
                @Autowired Table table;
                @Test void adds() {
                    assertTrue(table.rows.isEmpty());
                    assertEquals(1, guests.add("Ann"));
                    guests.check("Ann");
                    assertThrows(IllegalStateException.class, () -> guests.check("Bob"));
                }
                @Test void greets_without_a_look() { guests.greet("Ann"); assertFalse(guests instanceof Runnable); }
            }
            """;

    private static final String RATES = """
            package shop;
            import org.springframework.cache.annotation.Cacheable;
            public class Rates {
                @Cacheable("rates") public int of(int number) { return number * 2; }
                @Cacheable("others") public int other(int number) { return number * 3; }
            }
            """;

    /** Gets an answer from the cache when it runs again. */
    private static final String RATES_TESTS = """
            package shop;
            import static org.junit.jupiter.api.Assertions.*;
            import org.junit.jupiter.api.Test;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.cache.*;
            import org.springframework.cache.annotation.EnableCaching;
            import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
            import org.springframework.context.annotation.*;
            import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
            @SpringJUnitConfig
            class RatesTests {
                @Configuration
                @EnableCaching(proxyTargetClass = true)
                static class Application {
                    @Bean CacheManager caches() { return new ConcurrentMapCacheManager(); }
                    @Bean Rates rates() { return new Rates(); }
                }
                @Autowired Rates rates;
                @Test void doubles() { assertEquals(4, rates.of(2)); assertEquals(4, rates.of(2)); }
                @Test void looks_at_nothing() { assertTrue(rates.other(2) >= 0); }
            }
            """;

    @TempDir
    static Path classes;

    @TempDir
    Path output;

    private static final List<Path> CLASS_PATH = new ArrayList<>();

    @BeforeAll
    static void compile() {
        Compiled fixtures = Compiled.into(classes)
                .sources(List.of(TILL, TILL_TESTS, TABLE, GUESTS, GUEST_TESTS, RATES, RATES_TESTS));
        RealLibraries.spring().forEach(fixtures::classPath);
        CLASS_PATH.add(fixtures.compile());
        CLASS_PATH.addAll(RealLibraries.spring());
    }

    @Test
    void tests_that_dirty_their_context_prove_the_application_that_is_started_anew() {
        TestProof proof = Proofs.prove(
                output,
                CLASS_PATH,
                "shop.Till",
                List.of("take(J)J", "sum()J", "name()Ljava/lang/String;"),
                "shop.TillTests");

        assertThat(proof.undecided()).isEmpty();
        assertThat(proof.leftOut()).isEmpty();
        assertThat(Proofs.verdicts(proof))
                .containsOnly(
                        entry("take THROWS", Verdict.DETECTED),
                        entry("take DOES_NOTHING", Verdict.DETECTED),
                        entry("take CHANGED_VALUE", Verdict.DETECTED),
                        entry("sum THROWS", Verdict.DETECTED),
                        entry("sum DOES_NOTHING", Verdict.DETECTED),
                        entry("sum CHANGED_VALUE", Verdict.DETECTED),
                        entry("name THROWS", Verdict.DETECTED),
                        entry("name DOES_NOTHING", Verdict.SURVIVED),
                        entry("name CHANGED_VALUE", Verdict.SURVIVED));
    }

    @Test
    void what_a_test_writes_in_its_transaction_is_rolled_back_between_faults_too() {
        TestProof proof = Proofs.prove(
                output,
                CLASS_PATH,
                "shop.Guests",
                List.of(
                        "add(Ljava/lang/String;)I",
                        "check(Ljava/lang/String;)V",
                        "greet(Ljava/lang/String;)Ljava/lang/String;"),
                "shop.GuestTests");

        assertThat(proof.undecided()).isEmpty();
        assertThat(proof.leftOut()).isEmpty();
        assertThat(Proofs.verdicts(proof))
                .containsOnly(
                        entry("add THROWS", Verdict.DETECTED),
                        entry("add DOES_NOTHING", Verdict.DETECTED),
                        entry("add CHANGED_VALUE", Verdict.DETECTED),
                        entry("check THROWS", Verdict.DETECTED),
                        entry("check DOES_NOTHING", Verdict.DETECTED),
                        entry("check CHANGED_VALUE", Verdict.NOT_APPLICABLE),
                        entry("greet THROWS", Verdict.DETECTED),
                        entry("greet DOES_NOTHING", Verdict.SURVIVED),
                        entry("greet CHANGED_VALUE", Verdict.SURVIVED));
    }

    @Test
    void what_an_earlier_run_cached_is_asked_for_again() {
        TestProof proof =
                Proofs.prove(output, CLASS_PATH, "shop.Rates", List.of("of(I)I", "other(I)I"), "shop.RatesTests");

        assertThat(proof.undecided()).isEmpty();
        assertThat(proof.leftOut()).isEmpty();
        assertThat(Proofs.verdicts(proof))
                .containsOnly(
                        entry("of THROWS", Verdict.DETECTED),
                        entry("of DOES_NOTHING", Verdict.DETECTED),
                        entry("of CHANGED_VALUE", Verdict.DETECTED),
                        entry("other THROWS", Verdict.DETECTED),
                        entry("other DOES_NOTHING", Verdict.SURVIVED),
                        entry("other CHANGED_VALUE", Verdict.SURVIVED));
    }
}
