package dev.andon.internal.judge;

import static dev.andon.internal.judge.CanaryBuild.canary;
import static dev.andon.internal.judge.CanaryBuild.good;
import static dev.andon.internal.judge.CanaryBuild.helper;
import static dev.andon.internal.judge.CanaryBuild.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.formats.CanaryRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryIndependentTest {
    @TempDir
    Path temp;

    private CanaryBuild shop() {
        return CanaryBuild.in(temp).shop();
    }

    private static PracticeResult row(CanaryBuild build) {
        return build.row(CanaryIndependentCheck.PRACTICE, "PlaceCanary");
    }

    private static void violated(CanaryBuild build, String... words) {
        PracticeResult row = row(build);
        assertThat(row.verdict()).describedAs(row.found()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("of the system under test");
        assertThat(List.of(words)).allSatisfy(word -> assertThat(row.found()).contains(word));
        assertThat(row.fix()).contains("CanaryClient", "does not depend on the service's classes");
    }

    private static void met(CanaryBuild build) {
        assertThat(row(build))
                .satisfies(row ->
                        assertThat(row.verdict()).describedAs(row.found()).isEqualTo(Verdict.MET));
    }

    @Test
    void a_canary_that_asks_over_http_alone_is_independent_wherever_it_lies() {
        met(shop().main("canaries", good("PlaceCanary")));
    }

    @Test
    void in_the_tests_of_the_service_it_is_independent_too_as_long_as_it_uses_none_of_its_classes() {
        met(shop().test("shop", good("PlaceCanary")));
    }

    @Test
    void helpers_among_the_tests_of_the_service_are_none_of_the_system_under_test() {
        met(shop().test(
                        "shop",
                        helper("class Orders { static int none() { return 0; } }"),
                        canary("PlaceCanary", test("assertEquals(0, Orders.none());"))));
    }

    @Test
    void a_class_of_the_service_is_named_with_class_and_line() {
        violated(
                shop().main("canaries", canary("PlaceCanary", test("""
                        int before = new com.acme.shop.OrderRepository().count();
                        assertEquals(1, before);"""))),
                "reaches com.acme.shop.OrderRepository (PlaceCanary.java:11) of the system under test");
    }

    @Test
    void in_the_service_s_own_tests_its_production_classes_are_the_system_under_test() {
        violated(
                shop().test("shop", canary("PlaceCanary", test("assertNotNull(new com.acme.shop.Order(\"tea\"));"))),
                "com.acme.shop.Order (PlaceCanary.java:11)");
    }

    @Test
    void helpers_are_followed_and_only_the_methods_that_are_called() {
        String helper = helper("""
                class Orders {
                    static int count() { return new com.acme.shop.OrderRepository().count(); }
                    static int none() { return 0; }
                }
                """);
        violated(
                shop().main("canaries", helper, canary("PlaceCanary", test("assertEquals(1, Orders.count());"))),
                "com.acme.shop.OrderRepository (Orders.java:");
    }

    @Test
    void a_helper_s_other_methods_are_no_dependency() {
        String helper = helper("""
                class Orders {
                    static int count() { return new com.acme.shop.OrderRepository().count(); }
                    static int none() { return 0; }
                }
                """);
        met(shop().main("canaries", helper, canary("PlaceCanary", test("assertEquals(0, Orders.none());"))));
    }

    @Test
    void fields_parameters_supertypes_annotations_lambdas_and_literals_count() {
        violated(shop().main("canaries", canary("PlaceCanary", "com.acme.shop.OrderRepository orders;\n" + test(""))));
        violated(CanaryBuild.in(temp.resolve("2"))
                .shop()
                .main("canaries", canary("PlaceCanary", "@Test void places(com.acme.shop.OrderRepository orders) {}")));
        violated(CanaryBuild.in(temp.resolve("3"))
                .shop()
                .main("canaries", canary("PlaceCanary extends com.acme.shop.OrderRepository", test(""))));
        violated(CanaryBuild.in(temp.resolve("4")).shop().main("canaries", canary("PlaceCanary", test("""
                Runnable later = () -> new com.acme.shop.OrderRepository().count();
                later.run();"""))));
        violated(CanaryBuild.in(temp.resolve("5"))
                .shop()
                .main(
                        "canaries",
                        canary(
                                "PlaceCanary",
                                test("assertNotNull(Class.forName(\"com.acme.shop.OrderRepository\"));"))));
        violated(CanaryBuild.in(temp.resolve("6"))
                .shop()
                .main("canaries", canary("PlaceCanary", test("assertNotNull(com.acme.shop.OrderRepository.class);"))));
    }

    @Test
    void a_constant_that_the_compiler_copied_is_no_dependency() {
        met(shop().main(
                        "canaries",
                        canary(
                                "PlaceCanary",
                                test("client.post(com.acme.shop.Order.PATH, \"{}\").expectStatus(201);"))));
    }

    @Test
    void a_library_of_data_that_services_share_is_none_of_the_system_under_test() {
        String data = "package com.acme.shop.api; public record Placed(String sku, int quantity) {}";
        String use =
                canary("PlaceCanary", test("assertEquals(1, new com.acme.shop.api.Placed(\"tea\", 1).quantity());"));

        met(shop().main("shop-api", data).main("canaries", use));
    }

    @Test
    void a_repository_in_a_module_without_services_is_of_the_system_under_test() {
        String jdbc = """
                package com.acme.shop.store;
                public class Orders {
                    public int count() throws Exception {
                        return java.sql.DriverManager.getConnection("jdbc:shop").hashCode();
                    }
                }
                """;
        violated(
                shop().main("shop-store", jdbc)
                        .main(
                                "canaries",
                                canary(
                                        "PlaceCanary",
                                        test("assertEquals(1, new com.acme.shop.store.Orders().count());"))),
                "com.acme.shop.store.Orders (PlaceCanary.java:11)");
    }

    @Test
    void the_classes_of_its_own_module_are_its_own() {
        String own =
                "package com.acme.shop; public class Basket { public int size() { return Thread.activeCount(); } }";
        met(CanaryBuild.in(temp)
                .shop()
                .main(
                        "canaries",
                        own,
                        canary("PlaceCanary", test("assertEquals(1, new com.acme.shop.Basket().size());"))));
    }

    @Test
    void a_canary_that_starts_the_application_in_its_own_jvm_is_not_independent() {
        String springs = """
                package com.acme.canaries;
                import dev.andon.Canary;
                @Canary(operation = "place an order")
                @org.springframework.boot.test.context.SpringBootTest
                class PlaceCanary { @org.junit.jupiter.api.Test void places() {} }
                """;
        violated(shop().test("shop", springs), "@SpringBootTest starts in the canary's own JVM");
        met(CanaryBuild.in(temp.resolve("elsewhere")).shop().main("canaries", springs));
    }

    /** A canary of which this build knows what another one recorded; null uses are of a record that does not tell. */
    private CanaryBuild recorded(@Nullable List<String> uses) {
        CanaryDeclaration written = new CanaryDeclaration(
                "com.acme.canaries.PlaceCanary",
                "place",
                "place an order",
                "POST /orders",
                "1m",
                "10s",
                "",
                "",
                "",
                "",
                0);
        return shop().recorded(new RecordedCanary(
                new CanaryRecord(
                        written,
                        List.of(new CanaryRecord.JudgedPractice("canary-independent", Verdict.MET, "reaches none")),
                        uses == null
                                ? null
                                : uses.stream()
                                        .map(name -> new CanaryRecord.ClassUse(
                                                name, "com.acme.canaries.PlaceCanary", "PlaceCanary.java", 11))
                                        .toList(),
                        Map.of("com.acme.canaries.PlaceCanary", "1f")),
                "shop-canaries.jar",
                "shop-canaries.jar!/META-INF/andon/canaries.json",
                false));
    }

    @Test
    void what_another_build_could_not_know_for_a_class_of_the_service_this_one_does() {
        violated(
                recorded(List.of("com.fasterxml.jackson.databind.ObjectMapper", "com.acme.shop.OrderRepository")),
                "com.acme.shop.OrderRepository (PlaceCanary.java:11)");
    }

    @Test
    void libraries_that_both_use_and_packages_that_both_share_are_no_dependency() {
        met(recorded(List.of("com.fasterxml.jackson.databind.ObjectMapper", "com.acme.shop.canaries.Helper")));
    }

    @Test
    void a_record_of_other_classes_than_those_of_today_says_nothing() {
        PracticeResult row = row(recorded(List.of()).outdated("com.acme.canaries.PlaceCanary"));

        assertThat(row.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(row.found()).endsWith("does not belong to the canary's current classes");
        assertThat(row.fix()).contains("again with its tests");
    }

    @Test
    void a_record_that_does_not_tell_what_it_reaches_is_no_pass() {
        PracticeResult row = row(recorded(null));

        assertThat(row.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(row.found()).contains("canaries.json does not tell which classes it reaches");
        assertThat(row.fix()).contains("build its module, shop-canaries.jar, again");
    }

    @Test
    void what_it_reaches_of_other_modules_is_kept_for_their_builds() {
        String helper = helper("class Orders { static int none() { return new com.acme.lib.Counter().none(); } }");
        String library = "package com.acme.lib; public class Counter { public int none() { return 0; } }";
        BuildEvidence evidence = CanaryBuild.in(temp)
                .main("lib", library)
                .main(
                        "canaries",
                        helper,
                        canary("PlaceCanary", test("assertEquals(0, Orders.none()); java.util.List.of();")))
                .evidence();

        assertThat(evidence.canaryEvidence().codes().values()).singleElement().satisfies(code -> assertThat(code.uses())
                .extracting(CanaryCode.Reached::what)
                .containsExactly("com.acme.lib.Counter"));
    }
}
