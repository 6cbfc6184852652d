package dev.andon.internal.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From git and the agent to the verdict. */
class ChangedLinesOfBuildIT {

    private static final String ADD = """
                public int add(int a, int b) {
                    return a + b;
                }
            """;

    @TempDir
    Path folder;

    private GitShop shop(String... modules) throws Exception {
        GitShop shop = new GitShop(folder, modules);
        for (String module : modules) {
            shop.with(module, "TillService", ADD, "assertEquals(3, new TillService().add(1, 2));\n");
        }
        shop.git.commit().git("checkout", "-q", "-b", "change");
        return shop;
    }

    private static String tripled(String module) {
        return ADD + """
                    public int triple(int a) {
                        return a * 3;
                    }
                """;
    }

    @Test
    void a_new_service_passes_with_its_test_and_not_without() throws Exception {
        GitShop shop = shop("shop");
        shop.with("shop", "RefundService", ADD, "");
        shop.git.write(
                "shop/src/test/java/com/acme/shop/TillServiceTest.java",
                shop.git
                        .read("shop/src/test/java/com/acme/shop/TillServiceTest.java")
                        .replace("    }\n}\n", "        new RefundService().add(1, 1);\n    }\n}\n"));
        shop.git.commit();
        shop.git.git("update-ref", "refs/heads/with-caller", "HEAD");

        // Its lines are covered, by the changed test of another service, whose assertion says nothing of it: that test
        // counts, for it runs, asserts and calls. Without that change nothing does.
        assertThat(shop.changedLines().verdict()).isEqualTo(Verdict.MET);

        shop.git.git("checkout", "-q", "main", "--", "shop/src/test/java");
        PracticeResult without = shop.changedLines();
        assertThat(without.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(without.found())
                .contains(
                        "com.acme.shop.RefundService (RefundService.java:3, module shop) is new since main (",
                        "without a test: no test class is new or changed",
                        "RefundService.java:3-5");
        assertThat(without.fix()).contains("write RefundServiceTest");

        shop.with("shop", "RefundService", ADD, "assertEquals(2, new RefundService().add(1, 1));\n");
        PracticeResult with = shop.changedLines();
        assertThat(with.verdict()).isEqualTo(Verdict.MET);
        assertThat(with.found()).matches("2 of 2 lines changed since main \\([0-9a-f]{7}\\) are covered");
    }

    @Test
    void twins_in_two_modules_are_judged_each_by_its_own_tests() throws Exception {
        GitShop shop = shop("shop", "till");
        shop.with("till", "TillService", tripled("till"), "assertEquals(3, new TillService().add(1, 2));\n");

        PracticeResult row = shop.changedLines();

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("TillService.java:8 (com.acme.shop, module till)");
        shop.with(
                "till",
                "TillService",
                tripled("till"),
                "assertEquals(3, new TillService().add(1, 2) * new TillService().triple(1) / 3);\n");
        assertThat(shop.changedLines().verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void class_files_without_line_numbers_are_no_pass() throws Exception {
        GitShop shop = shop("shop");
        shop.with("shop", "TillService", tripled("shop"), "");

        for (String debug : new String[] {"-g:source", "-g:lines", "-g:none"}) {
            PracticeResult row = shop.changedLines(debug);
            assertThat(row.verdict()).as(debug).isEqualTo(Verdict.UNDECIDED);
            assertThat(row.found()).as(debug).contains("TillService.java", "hold no line numbers", "-g:source,lines");
        }
        assertThat(shop.changedLines().verdict()).isEqualTo(Verdict.VIOLATED);
    }
}
