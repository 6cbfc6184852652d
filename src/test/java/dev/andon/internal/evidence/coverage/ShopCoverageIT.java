package dev.andon.internal.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import dev.andon.TestKind;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.data.ExecutionDataStore;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What Andon makes of the shop's coverage, beside the report that JaCoCo's own plugin wrote in the same build. */
class ShopCoverageIT {

    private static final Path TARGET = Path.of("target", "it", "shop", "target");

    /** Missed and covered instructions and branches, as JaCoCo's XML has them for each line. */
    private record Line(int missed, int covered, int missedBranches, int coveredBranches) {
        static Line of(ICounter instructions, ICounter branches) {
            return new Line(
                    instructions.getMissedCount(),
                    instructions.getCoveredCount(),
                    branches.getMissedCount(),
                    branches.getCoveredCount());
        }
    }

    private static Map<String, Line> jacocosOwn() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        NodeList lines = factory.newDocumentBuilder()
                .parse(TARGET.resolve("site")
                        .resolve("jacoco")
                        .resolve("jacoco.xml")
                        .toFile())
                .getElementsByTagName("line");
        Map<String, Line> found = new TreeMap<>();
        for (int i = 0; i < lines.getLength(); i++) {
            Element line = (Element) lines.item(i);
            Element file = (Element) line.getParentNode();
            found.put(
                    ((Element) file.getParentNode()).getAttribute("name") + "/" + file.getAttribute("name") + ":"
                            + line.getAttribute("nr"),
                    new Line(number(line, "mi"), number(line, "ci"), number(line, "mb"), number(line, "cb")));
        }
        return found;
    }

    private static int number(Element line, String attribute) {
        return Integer.parseInt(line.getAttribute(attribute));
    }

    private static Map<String, Line> lines(ProductionClasses files, ExecutionDataStore store) {
        Analysis analysis = new Analysis();
        CoverageBuilder builder = new CoverageBuilder();
        files.forEach(file -> analysis.of(file, store).ifPresent(builder::visitCoverage));
        Map<String, Line> found = new TreeMap<>();
        builder.getSourceFiles().forEach(source -> {
            for (int nr = source.getFirstLine(); nr <= source.getLastLine(); nr++) {
                if (source.getLine(nr).getStatus() != ICounter.EMPTY) {
                    found.put(
                            source.getPackageName() + "/" + source.getName() + ":" + nr,
                            Line.of(
                                    source.getLine(nr).getInstructionCounter(),
                                    source.getLine(nr).getBranchCounter()));
                }
            }
        });
        return found;
    }

    @Test
    void all_kinds_and_the_remainder_make_jacocos_own_report_to_the_line() throws Exception {
        List<ClassRoot> roots = List.of(
                new ClassRoot(TARGET.resolve("classes"), "shop", false),
                new ClassRoot(TARGET.resolve("test-classes"), "shop", true));
        Inventory inventory = Discovery.discover(
                CodeIndex.of(roots, ClassSource.NONE),
                new DiscoveryRequest(List.of("com.acme.shop"), List.of(), List.of(), List.of()));
        try (ProductionClasses files = ProductionClasses.in(roots)) {
            CoverageMeter meter = new CoverageMeter(
                    ExecReader.read(List.of(TARGET.resolve("jacoco.exec")), session -> true), files, inventory);
            ExecutionDataStore union = new ExecutionDataStore();
            for (TestKind kind : TestKind.kinds()) {
                CoverageData.merge(meter.hits(kind), union);
            }
            Map<String, Line> withoutRemainder = lines(files, union);
            CoverageData.merge(meter.remainder(), union);

            assertThat(lines(files, union)).isEqualTo(jacocosOwn()).hasSizeGreaterThan(50);
            // The kinds themselves account for most of it: the remainder must not be what makes them equal.
            assertThat(withoutRemainder.entrySet().stream()
                            .filter(line -> line.getValue().covered() > 0)
                            .count())
                    .isGreaterThan(lines(files, union).size() / 2);
        }
    }

    @Test
    void the_report_states_the_coverage_of_each_service_by_kind_of_test() throws Exception {
        JsonObject report = JsonParser.object()
                .from(Files.readString(TARGET.resolve("andon").resolve("report.json")));

        List<JsonObject> services = report.getArray("services").stream()
                .map(JsonObject.class::cast)
                .filter(service -> !service.getString("name").contains(".canaries."))
                .toList();
        assertThat(services).hasSizeGreaterThan(3).allSatisfy(service -> {
            JsonObject coverage = service.getObject("coverage");
            assertThat(coverage).containsKeys("all", "unit", "integration", "end-to-end", "unattributed");
            assertThat(lines(coverage, "unit")).isPositive();
            assertThat(lines(coverage, "all"))
                    .isGreaterThanOrEqualTo(lines(coverage, "unit"))
                    .isGreaterThanOrEqualTo(lines(coverage, "integration"))
                    .isLessThanOrEqualTo(
                            coverage.getObject("all").getObject("lines").getInt("total"));
        });
        JsonObject orders = services.stream()
                .filter(service -> service.getString("name").endsWith(".OrderController"))
                .findFirst()
                .orElseThrow()
                .getObject("coverage");
        assertThat(lines(orders, "integration")).isPositive();
        assertThat(lines(orders, "end-to-end")).isPositive();
    }

    private static int lines(JsonObject coverage, String by) {
        return coverage.getObject(by).getObject("lines").getInt("covered");
    }
}
