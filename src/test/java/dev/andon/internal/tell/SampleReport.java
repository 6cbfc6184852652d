package dev.andon.internal.tell;

import dev.andon.Evidence;
import dev.andon.Level;
import dev.andon.PracticeFinding;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.Fault;
import dev.andon.internal.discover.Location;
import dev.andon.internal.discover.Service;
import dev.andon.internal.formats.Baseline;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.Shard;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.judge.PracticeChecks;
import dev.andon.internal.judge.Report;
import dev.andon.internal.judge.ReportDetails;
import dev.andon.internal.judge.ServiceCoverage;
import dev.andon.internal.require.Requirements;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reports to show: of a shop, of many services, and with names that would harm. {@code main} writes them as HTML. */
final class SampleReport {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final String HOSTILE =
            "<script>alert(1)</script>\u001b[31m\u202e\"'`</template><img src=x onerror=\"y\">";

    private SampleReport() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.writeString(folder.resolve("shop.html"), HtmlReport.of(shop(), BuildHistory.NONE, List.of()));
        Files.writeString(folder.resolve("many.html"), HtmlReport.of(many(500, 20), BuildHistory.NONE, List.of()));
        Files.writeString(folder.resolve("hostile.html"), HtmlReport.of(hostile(), BuildHistory.NONE, List.of()));
        Files.writeString(
                folder.resolve("ready.html"),
                HtmlReport.of(of(List.of(service("OrderController", Verdict.MET))), BuildHistory.NONE, List.of()));
    }

    static PracticeResult result(String id, Verdict verdict, String found, String fix, String... tests) {
        return new PracticeResult(
                id,
                verdict,
                verdict == Verdict.MET ? Evidence.EXECUTED : Evidence.NONE,
                List.of(tests),
                "key",
                found,
                fix,
                List.of(new PracticeFinding(verdict, List.of("key"), List.of(tests), found, fix)));
    }

    static ServiceResult service(String name, Verdict... verdicts) {
        List<String> ids =
                List.of("unit-tests", "tests-assert", "tests-enabled", "integration-tests", "end-to-end-tests");
        List<PracticeResult> results = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i++) {
            boolean bad = verdicts[i] != Verdict.MET;
            results.add(result(
                    ids.get(i),
                    verdicts[i],
                    bad
                            ? "no test sends a request to it; nearest: OrderViewTest (OrderViewTest.java:31) holds nothing "
                                    + "but a mock of it (@MockBean)"
                            : name + "IT (" + name + "IT.java:20) ran 14 of 16 lines",
                    bad ? "write a test that starts the service with what it depends on, and sends POST /orders" : "",
                    "com.acme.shop." + name + "IT"));
        }
        return new ServiceResult("com.acme.shop." + name, name, "shop", results);
    }

    static Report of(List<ServiceResult> services) {
        return new Report(
                "com.acme.shop.ShopReadinessTest",
                Level.OPERABLE,
                services,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ReportDetails.NONE);
    }

    static Report shop() {
        Verdict met = Verdict.MET;
        List<ServiceResult> services = List.of(
                service("OrderController", met, met, met, Verdict.VIOLATED, Verdict.VIOLATED),
                service("StockController", met, Verdict.BASELINED, met, met, Verdict.NOT_APPLICABLE),
                service("PaymentController", met, met, met, Verdict.UNDECIDED, Verdict.WAIVED),
                service("CatalogueController", met, met, met, met, met),
                service("LegacyExport", Verdict.EXEMPT, met, met, Verdict.VIOLATED, Verdict.NOT_APPLICABLE));
        ServiceResult canary = new ServiceResult(
                "com.acme.shop.canaries.PlaceAnOrderCanary",
                "PlaceAnOrderCanary",
                "shop-canaries",
                List.of(
                        result("canary-bounded", met, "every 1m, timeout 10s (PlaceAnOrderCanary.java:14)", ""),
                        result(
                                "canary-detects-failure",
                                Verdict.VIOLATED,
                                "PlaceAnOrderCanary stays green when the service answers with the values of an earlier response",
                                "let it create what it reads, and compare each value")));
        return new Report(
                "com.acme.shop.ShopReadinessTest",
                Level.OPERABLE,
                services,
                List.of(canary),
                List.of(
                        result("tests-run", met, "the build runs all of its 48 test classes", ""),
                        result("waivers", met, "1 waiver, needed and not expired", ""),
                        result(
                                "baseline",
                                Verdict.VIOLATED,
                                "1 recorded violation is fixed: unit-tests | com.acme.shop.StockController | no-test",
                                "remove it from andon-baseline.txt: mvn verify -Dandon.baseline=update")),
                List.of(
                        "level TESTED is reached; INTEGRATED is next: 3 results of integration-tests to fix",
                        "@Waive(practices = \"end-to-end-tests\", service PaymentController) of shop-team ends in 9 days"),
                services.stream()
                        .map(service -> coverage(service.name(), service.name().length()))
                        .toList(),
                details());
    }

    private static ServiceCoverage coverage(String service, int seed) {
        Map<String, ServiceCoverage.Part> parts = new LinkedHashMap<>();
        parts.put("all", new ServiceCoverage.Part(60 + seed % 30, 100, 8, 12));
        parts.put("unit", new ServiceCoverage.Part(50 + seed % 23, 100, 7, 12));
        parts.put("integration", new ServiceCoverage.Part(20 + seed % 41, 100, 4, 12));
        parts.put("end-to-end", new ServiceCoverage.Part(seed % 19, 100, 1, 12));
        return new ServiceCoverage(service, "shop", parts);
    }

    private static ReportDetails details() {
        TreeMap<Baseline.Entry, LocalDate> known = new TreeMap<>();
        known.put(
                new Baseline.Entry(
                        "tests-assert", "com.acme.shop.StockController", "asserts-nothing:com.acme.shop.StockIT"),
                TODAY.minusDays(41));
        List<ProofReport.FaultResult> faults = Stream.of(Fault.values())
                .flatMap(fault -> Stream.of("POST /orders", "GET /orders/{id}", "DELETE /orders/{id}")
                        .map(request -> new ProofReport.FaultResult(
                                fault,
                                request.startsWith("DELETE")
                                        ? ProofReport.FaultVerdict.COVERED
                                        : fault == Fault.STALE && request.startsWith("GET")
                                                ? ProofReport.FaultVerdict.SURVIVED
                                                : ProofReport.FaultVerdict.DETECTED,
                                request,
                                "expected 201 but was 500")))
                .toList();
        return new ReportDetails(
                TODAY,
                List.of(new Requirements.Waiver(
                        PracticeChecks.CATALOGUE.get("end-to-end-tests"),
                        "com.acme.shop.PaymentController",
                        List.of(),
                        "the provider's sandbox opens in December",
                        "shop-team",
                        TODAY.plusDays(9))),
                new Baseline(known),
                Map.of(TestKind.UNIT, 212L, TestKind.INTEGRATION, 61L, TestKind.END_TO_END, 9L, TestKind.CANARY, 2L),
                List.of(new ProofReport(
                        "com.acme.shop.canaries.PlaceAnOrderCanary",
                        "place-an-order",
                        "place an order",
                        "POST /orders",
                        Instant.EPOCH,
                        CanaryOutcome.SUCCESS,
                        "",
                        true,
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        "",
                        "",
                        faults)),
                List.of(new ReportDetails.ProvenKind(
                        testProof("POST /orders"),
                        List.of(),
                        List.of(new Service(
                                "com.acme.shop.OrderController",
                                "shop",
                                Service.Tier.ENTRY,
                                "@RestController",
                                List.of(new Route("GET", "/orders"), new Route("POST", "/orders")),
                                List.of(),
                                new Location("com.acme.shop.OrderController", "OrderController.java", 12))))),
                List.of(new ReportDetails.Changes(
                        "origin/main (4f2a9c1)", 31, 36, List.of("OrderController.java:44-47", "Till.java:12"))),
                Map.of(
                        "com.acme.shop.OrderController",
                        new ReportDetails.Source("src/main/java/com/acme/shop/OrderController.java", 12),
                        "com.acme.shop.OrderControllerIT",
                        new ReportDetails.Source("src/test/java/com/acme/shop/OrderControllerIT.java", 20)));
    }

    /** One fault survived in a method of the first service; its tests have that verdict. */
    static Report withSurvivedFault(Verdict verdict, Requirements.Waiver... waivers) {
        String key = "survived:OrderController.place:does-nothing";
        return of(List.of(new ServiceResult(
                        "com.acme.shop.OrderController",
                        "OrderController",
                        "shop",
                        List.of(new PracticeResult(
                                "tests-detect-failure",
                                verdict,
                                Evidence.NONE,
                                List.of("com.acme.shop.OrderControllerIT"),
                                key,
                                "OrderController.place did nothing and 2 tests stayed green",
                                "check what the call returned",
                                List.of())))))
                .withDetails(new ReportDetails(
                        TODAY,
                        List.of(waivers),
                        Baseline.NONE,
                        Map.of(),
                        List.of(),
                        details().testProofs(),
                        List.of(),
                        details().sources()));
    }

    static Requirements.Waiver waiver(String fault, LocalDate until) {
        return waiver(fault, until, "", "");
    }

    static Requirements.Waiver waiver(String fault, LocalDate until, String service, String inPackage) {
        return new Requirements.Waiver(
                PracticeChecks.CATALOGUE.get("tests-detect-failure"),
                service,
                inPackage,
                List.of(),
                List.of(fault),
                "the order is checked by the end-to-end test",
                "shop-team",
                until,
                "@Waive");
    }

    /** All faults but one are detected in a method that something calls. */
    static TestProof testProof(String entryPoint) {
        FaultedMethod method = new FaultedMethod(
                "com.acme.shop.OrderController",
                "place",
                "(Lcom/acme/shop/OrderRequest;)Lcom/acme/shop/Order;",
                "OrderController.java",
                41,
                entryPoint,
                "com.acme.shop.OrderController",
                "shop");
        List<String> tests = List.of("com.acme.shop.OrderControllerIT#places_an_order", HOSTILE);
        return new TestProof(
                "0.1.0",
                TestKind.INTEGRATION,
                List.of(
                        new MethodFaultResult(
                                method,
                                MethodFault.THROWS,
                                "",
                                MethodFaultResult.Verdict.DETECTED,
                                "",
                                tests,
                                tests.get(0)),
                        new MethodFaultResult(
                                method,
                                MethodFault.DOES_NOTHING,
                                "",
                                MethodFaultResult.Verdict.SURVIVED,
                                "",
                                tests,
                                ""),
                        new MethodFaultResult(
                                method,
                                MethodFault.CHANGED_VALUE,
                                "total + 1",
                                MethodFaultResult.Verdict.NOT_TRIED,
                                HOSTILE,
                                tests,
                                "")),
                List.of(new TestProof.LeftOut("com.acme.shop.SlowIT", "failed in the control run: " + HOSTILE)),
                "",
                Shard.ALL,
                new TestProof.Timing(24_000, 4_000, 12_300, 18, 9_800));
    }

    static List<CanaryTimeline> timelines() {
        return List.of(new CanaryTimeline(
                "PlaceAnOrderCanary",
                "place an order",
                "production",
                "2026-11-25T00:00:00Z to 2026-11-26T00:00:00Z",
                List.of(
                        new CanaryTimeline.Row(
                                "fra",
                                "up for 98.6 % of the time",
                                List.of(
                                        new CanaryTimeline.Span("up", "up from 00:00 to 11:35", "48.2600"),
                                        new CanaryTimeline.Span("down", "down from 11:35 to 11:45", "0.6900"),
                                        new CanaryTimeline.Span("up", "up from 11:45 to 24:00", "51.0500"))),
                        new CanaryTimeline.Row(
                                HOSTILE,
                                "no runs for an hour",
                                List.of(
                                        new CanaryTimeline.Span("up", "up", "80.0000"),
                                        new CanaryTimeline.Span("unknown", HOSTILE, "4.1700"),
                                        new CanaryTimeline.Span("up", "up", "15.8300")))),
                List.of("POST /orders was down from 11:35 to 11:45", HOSTILE),
                3));
    }

    static Report many(int services, int practices) {
        List<String> ids = PracticeChecks.CATALOGUE.ids();
        return of(IntStream.range(0, services)
                .mapToObj(number -> new ServiceResult(
                        "com.acme.Service" + number,
                        "Service" + number,
                        "module" + number % 12,
                        IntStream.range(0, practices)
                                .mapToObj(i -> result(
                                        i < ids.size() ? ids.get(i) : "further-" + i,
                                        (number * 7 + i * 3) % 11 == 0 ? Verdict.VIOLATED : Verdict.MET,
                                        "Service" + number + "Test (Service" + number
                                                + "Test.java:20) ran 14 of 16 lines",
                                        (number * 7 + i * 3) % 11 == 0 ? "write a test of it" : "",
                                        "com.acme.Service" + number + "Test"))
                                .toList()))
                .toList());
    }

    static Report hostile() {
        return new Report(
                HOSTILE,
                Level.NONE,
                List.of(new ServiceResult(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        List.of(result("unit-tests", Verdict.VIOLATED, HOSTILE, HOSTILE, HOSTILE)))),
                List.of(),
                List.of(result("tests-run", Verdict.VIOLATED, HOSTILE, HOSTILE, HOSTILE)),
                List.of(HOSTILE),
                List.of(),
                new ReportDetails(
                        TODAY,
                        List.of(),
                        Baseline.NONE,
                        Map.of(),
                        List.of(),
                        List.of(new ReportDetails.ProvenKind(testProof(HOSTILE), List.of(), List.of())),
                        List.of(new ReportDetails.Changes(HOSTILE, 1, 2, List.of(HOSTILE))),
                        Map.of(HOSTILE, new ReportDetails.Source(HOSTILE, 1))));
    }
}
