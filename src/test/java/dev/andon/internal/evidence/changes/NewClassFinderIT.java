package dev.andon.internal.evidence.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.NewClasses;
import dev.andon.testing.Compiled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewClassFinderIT {

    private static final String ORDER = """
            package com.acme.shop;
            public class OrderService {
                public int total(int price, int count) {
                    return price * count;
                }
            }
            """;
    private static final String ORDER_TEST = """
            package com.acme.shop;
            import org.junit.jupiter.api.Test;
            class OrderServiceTest extends SomeTests {
                @Test
                void multiplies() {
                    org.junit.jupiter.api.Assertions.assertEquals(6, new OrderService().total(2, 3));
                }
            }
            """;
    private static final String SOME_TESTS = """
            package com.acme.shop;
            import org.junit.jupiter.api.Test;
            abstract class SomeTests {
                @Test
                void works() {
                }
            }
            """;

    @TempDir
    Path folder;

    private Repository git;

    @BeforeEach
    void commitAShop() throws Exception {
        git = Repository.in(folder)
                .write(".gitignore", "target/\n")
                .write("shop/src/main/java/com/acme/shop/OrderService.java", ORDER)
                .write("shop/src/test/java/com/acme/shop/OrderServiceTest.java", ORDER_TEST)
                .write("shop/src/test/java/com/acme/shop/SomeTests.java", SOME_TESTS)
                .commit();
        git.git("checkout", "-q", "-b", "change");
    }

    /** Compiles what the work tree holds, and looks at it. */
    private NewClasses newcomers(String... modules) throws Exception {
        List<Module> all = new ArrayList<>();
        List<ClassRoot> roots = new ArrayList<>();
        for (String module : modules) {
            Path base = git.path(module);
            Path target = base.resolve("target");
            List<ClassRoot> own = List.of(
                    new ClassRoot(compiled(base.resolve("src/main"), target.resolve("classes")), module, false),
                    new ClassRoot(
                            compiled(
                                    base.resolve("src/test"),
                                    target.resolve("test-classes"),
                                    target.resolve("classes")),
                            module,
                            true));
            roots.addAll(own);
            all.add(new Module(module, base, target, own));
        }
        Inventory inventory = Discovery.discover(
                CodeIndex.of(roots, ClassSource.of(getClass().getClassLoader())),
                new DiscoveryRequest(List.of("com.acme"), List.of("com.acme..*Service"), List.of(), List.of()));
        return NewClassFinder.find(
                ChangedSource.of(ChangesFinder.find(List.of(git.folder()), "main", Map.of()), all), inventory);
    }

    private static Path compiled(Path sources, Path to, Path... classPath) throws Exception {
        if (!Files.isDirectory(sources)) {
            return Files.createDirectories(to);
        }
        Compiled compiled = Compiled.into(to);
        Stream.of(classPath).forEach(compiled::classPath);
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                compiled.source(Files.readString(file));
            }
        }
        return compiled.compile();
    }

    private static List<String> services(NewClasses newcomers) {
        return newcomers.services().stream()
                .map(service -> service.module() + ":" + service.name())
                .sorted()
                .toList();
    }

    private static List<String> tests(NewClasses newcomers) {
        return newcomers.testClasses().stream().map(TestClass::name).sorted().toList();
    }

    @Test
    void knowsANewServiceAndANewTest() throws Exception {
        git.write(
                "shop/src/main/java/com/acme/shop/RefundService.java", ORDER.replace("OrderService", "RefundService"));
        assertThat(services(newcomers("shop"))).containsExactly("shop:com.acme.shop.RefundService");
        assertThat(tests(newcomers("shop"))).isEmpty();

        git.write(
                        "shop/src/test/java/com/acme/shop/RefundServiceTest.java",
                        ORDER_TEST.replace("OrderService", "RefundService"))
                .commit();
        assertThat(services(newcomers("shop"))).containsExactly("shop:com.acme.shop.RefundService");
        assertThat(tests(newcomers("shop"))).containsExactly("com.acme.shop.RefundServiceTest");
    }

    @Test
    void takesAMovedServiceForTheOldOne() throws Exception {
        git.git(
                "mv",
                "shop/src/main/java/com/acme/shop/OrderService.java",
                "shop/src/main/java/com/acme/shop/SaleService.java");
        git.write("shop/src/main/java/com/acme/shop/SaleService.java", ORDER.replace("OrderService", "SaleService"))
                .write(
                        "shop/src/test/java/com/acme/shop/OrderServiceTest.java",
                        ORDER_TEST.replace("new OrderService", "new SaleService"))
                .commit();

        assertThat(services(newcomers("shop"))).isEmpty();
        assertThat(tests(newcomers("shop"))).containsExactly("com.acme.shop.OrderServiceTest");
    }

    @Test
    void takesATestForChangedWhereItInheritsTheChange() throws Exception {
        git.write(
                "shop/src/test/java/com/acme/shop/SomeTests.java",
                SOME_TESTS.replace("works() {", "works() { new OrderService();"));

        assertThat(tests(newcomers("shop"))).containsExactly("com.acme.shop.OrderServiceTest");
    }

    @Test
    void takesATestForChangedWhereLinesWereOnlyRemoved() throws Exception {
        git.write(
                        "shop/src/test/java/com/acme/shop/OrderServiceTest.java",
                        ORDER_TEST.replace("    @Test", "    @org.junit.jupiter.api.Disabled\n    @Test"))
                .commit();
        git.git("branch", "-f", "main");
        git.write("shop/src/test/java/com/acme/shop/OrderServiceTest.java", ORDER_TEST);

        assertThat(tests(newcomers("shop"))).containsExactly("com.acme.shop.OrderServiceTest");
    }

    @Test
    void tellsTwinsInTwoModulesApart() throws Exception {
        git.write("till/src/main/java/com/acme/shop/OrderService.java", ORDER);

        assertThat(services(newcomers("shop", "till"))).containsExactly("till:com.acme.shop.OrderService");
    }

    @Test
    void findsTheSourceByThePackageThatItDeclares() throws Exception {
        // As Kotlin's conventions have it, the folders need not repeat what all packages have in common.
        git.write(
                "shop/src/main/java/refunds/RefundService.java",
                ORDER.replace("OrderService", "RefundService").replace("acme.shop;", "acme.shop.refunds; // moved"));

        assertThat(services(newcomers("shop"))).containsExactly("shop:com.acme.shop.refunds.RefundService");
    }

    @Test
    void knowsNothingNewInAChangeOfLines() throws Exception {
        git.write(
                "shop/src/main/java/com/acme/shop/OrderService.java", ORDER.replace("price * count", "count * price"));

        NewClasses newcomers = newcomers("shop");

        assertThat(newcomers.services()).map(Service::name).isEmpty();
        assertThat(newcomers.testClasses()).isEmpty();
    }

    @Test
    void takesWhatTheBuildMadeForNoChange() throws Exception {
        git.write(".gitignore", "nothing\n")
                .write(
                        "shop/target/generated-sources/com/acme/shop/MadeService.java",
                        ORDER.replace("OrderService", "MadeService"))
                .write(
                        "shop/src/main/java/com/acme/shop/HandService.java",
                        ORDER.replace("OrderService", "HandService"));

        List<ChangedSource> sources = ChangedSource.of(
                ChangesFinder.find(List.of(git.folder()), "main", Map.of()),
                List.of(new Module("shop", git.path("shop"), git.path("shop/target"), List.of())));

        assertThat(sources).extracting(ChangedSource::name).containsExactly("HandService.java");
    }
}
