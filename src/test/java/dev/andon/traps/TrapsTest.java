package dev.andon.traps;

import static dev.andon.Verdict.MET;
import static dev.andon.Verdict.VIOLATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real projects hold, each with its verdict, beside one that is close to it and sound. */
class TrapsTest {

    private static final String ASKS = "@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT) class %s {"
            + " TestRestTemplate rest; %s @Test void reads() {"
            + " assertNotNull(rest.getForObject(\"/orders/7\", String.class)); } }";

    @TempDir
    Path temp;

    private BuiltShop shop() {
        return new BuiltShop(temp);
    }

    @Test
    void an_IT_that_no_binding_runs_exists_but_never_runs() {
        PracticeResult row =
                shop().test(ASKS.formatted("OrderControllerIT", "")).row("integration-tests");

        assertThat(row.verdict()).isEqualTo(VIOLATED);
        assertThat(row.found()).contains("OrderControllerIT", "exists, but never runs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OrderControllerIT", "OrderControllerTest", "ShopApplicationTests"})
    void the_same_test_once_it_runs_is_an_integration_test_whatever_its_name(String name) {
        PracticeResult row =
                shop().test(ASKS.formatted(name, "")).passed(name, "reads").row("integration-tests");

        assertThat(row.verdict()).isEqualTo(MET);
        assertThat(row.tests()).singleElement().asString().contains(name);
    }

    @Test
    void a_test_that_is_disabled_on_this_JRE_never_runs_and_is_no_breach_of_order() {
        BuiltShop shop = shop().test(
                        "@DisabledForJreRange(min = JRE.JAVA_17) " + ASKS.formatted("OrderControllerIT", ""))
                .reported(
                        "OrderControllerIT",
                        "tests='1' skipped='1'",
                        "<testcase name='' classname='com.acme.OrderControllerIT'><skipped message='JRE'/></testcase>");

        PracticeResult row = shop.row("integration-tests");
        assertThat(row.verdict()).isEqualTo(VIOLATED);
        assertThat(row.found()).contains("exists, but never runs: @DisabledForJreRange");
    }

    @Test
    void contextLoads_starts_everything_and_proves_nothing_about_the_service() {
        BuiltShop shop = shop().test("@SpringBootTest class ShopApplicationTests { @Test void contextLoads() {} }")
                .passed("ShopApplicationTests", "contextLoads");

        assertThat(shop.row("integration-tests").verdict()).isEqualTo(VIOLATED);
        assertThat(shop.codebaseRow("tests-assert").found()).contains("ShopApplicationTests.contextLoads");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.place();                          | VIOLATED",
                "orders.place(); assertTrue(true);        | VIOLATED",
                "assertEquals(\"7\", orders.read(\"7\")); | MET"
            })
    void a_test_that_is_always_green_is_no_evidence(String body, String verdict) {
        BuiltShop shop = shop().test("class OrderControllerTest { OrderController orders = new OrderController();"
                        + " @Test void alwaysGreen() { " + body + " } }")
                .passed("OrderControllerTest", "alwaysGreen");

        assertThat(shop.row("unit-tests").verdict()).hasToString(verdict);
        assertThat(shop.row("tests-assert").verdict()).hasToString(verdict);
    }

    @Test
    void nested_results_below_a_header_that_counts_none_are_results() {
        String nested = "class OrderControllerTest { @Nested class Reading { @Test void reads() {"
                + " assertEquals(\"7\", new OrderController().read(\"7\")); } } }";

        assertThat(shop().test(nested)
                        .reported(
                                "OrderControllerTest",
                                "tests='0' errors='0' skipped='0' failures='0'",
                                "<testcase name='reads' classname='com.acme.OrderControllerTest$Reading'/>")
                        .row("unit-tests")
                        .verdict())
                .isEqualTo(MET);
    }

    @Test
    void a_class_that_gave_up_in_its_set_up_is_no_evidence_though_nothing_was_skipped() {
        PracticeResult row = shop().test(ASKS.formatted(
                        "OrderControllerIT", "@BeforeAll static void start() { Assumptions.assumeTrue(false); }"))
                .reported("OrderControllerIT", "tests='0' errors='0' skipped='0' failures='0'", "")
                .row("integration-tests");

        assertThat(row.verdict()).isEqualTo(VIOLATED);
        assertThat(row.found()).contains("OrderControllerIT");
    }

    @Test
    void tests_of_JUnit_4_count_beside_those_of_Jupiter() {
        PracticeResult row = shop().test("public class OrderControllerTest { @org.junit.Test public void reads() {"
                        + " org.junit.Assert.assertEquals(\"7\", new OrderController().read(\"7\")); } }")
                .test(
                        "class CalendarTest { @Test void counts() { assertEquals(365, java.time.Year.of(2026).length()); } }")
                .passed("OrderControllerTest", "reads")
                .passed("CalendarTest", "counts")
                .row("unit-tests");

        assertThat(row.verdict()).isEqualTo(MET);
        assertThat(row.tests()).singleElement().asString().contains("OrderControllerTest");
    }

    @Test
    void a_service_that_is_only_a_mock_is_not_tested() {
        PracticeResult row = shop().test("class CheckoutTest { @Mock OrderController orders;"
                        + " @Test void reads() { assertNull(orders.read(\"7\")); } }")
                .passed("CheckoutTest", "reads")
                .row("unit-tests");

        assertThat(row.verdict()).isEqualTo(VIOLATED);
        assertThat(row.found()).contains("mock");
    }

    @Test
    void a_slice_is_no_integration_test_though_its_name_says_so() {
        BuiltShop shop = shop().test("@WebMvcTest class OrderControllerIT { MockMvc mvc; @Test void reads() {"
                        + " assertNotNull(mvc.perform(MockMvcRequestBuilders.get(\"/orders/7\"))); } }")
                .passed("OrderControllerIT", "reads");

        assertThat(shop.row("integration-tests").verdict()).isEqualTo(VIOLATED);
        assertThat(shop.row("unit-tests").verdict()).isEqualTo(MET);
    }

    @ParameterizedTest
    @CsvSource({"/orders/7,MET", "/orders/7/lines,VIOLATED", "/ordersearch,VIOLATED", "/archive/orders,VIOLATED"})
    void a_request_links_by_its_whole_path_and_not_by_its_beginning(String path, String verdict) {
        assertThat(shop().test(ASKS.formatted("ShopIT", "").replace("/orders/7", path))
                        .passed("ShopIT", "reads")
                        .row("integration-tests")
                        .verdict())
                .hasToString(verdict);
    }

    @Test
    void a_leaf_without_a_test_of_its_own_runs_what_its_base_class_asserts() {
        assertThat(shop().test("abstract class OrderContract { abstract OrderController orders();"
                                + " @Test void reads() { mustRead(orders().read(\"7\")); }"
                                + " void mustRead(String id) { assertEquals(\"7\", id); } }")
                        .test("class OrderControllerTest extends OrderContract {"
                                + " OrderController orders() { return new OrderController(); } }")
                        .passed("OrderControllerTest", "reads")
                        .row("unit-tests")
                        .verdict())
                .isEqualTo(MET);
    }
}
