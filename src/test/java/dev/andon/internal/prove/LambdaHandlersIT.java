package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.TestProof;
import dev.andon.testing.BuiltProject;
import dev.andon.testing.Frameworks;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults in handlers that are lambdas or references, as frameworks call them. */
class LambdaHandlersIT {

    private static final String SHOP = """
            package shop;
            import io.javalin.Javalin;
            import io.javalin.http.Context;
            public class Shop {
                private final String name = "shop".trim();
                public Javalin routes() {
                    return Javalin.create()
                        .get("/free", context -> context.result("free"))
                        .get("/bound", context -> context.result(name))
                        .get("/referred", this::referred)
                        .get("/hollow", context -> context.result(name))
                        .post("/missing", context -> context.result(name));
                }
                private void referred(Context context) { context.result(name); }
            }
            """;

    private static final String TESTS = """
            package shop;
            import static org.junit.jupiter.api.Assertions.*;
            import io.javalin.http.Context;
            import org.junit.jupiter.api.Test;
            class ShopIT {
                private static final io.javalin.Javalin APP = new Shop().routes();
                private String answer = "";
                private void request(String path) {
                    APP.handlers.get(path).handle(new Context() {
                        public String body() { return ""; }
                        public Context result(String text) { answer = text; return this; }
                    });
                }
                @Test void free() { request("/free"); assertEquals("free", answer); }
                @Test void bound() { request("/bound"); assertEquals("shop", answer); }
                @Test void referred() { request("/referred"); assertEquals("shop", answer); }
                @Test void hollow() { request("/hollow"); assertNotNull(answer); }
            }
            """;

    @TempDir
    Path temp;

    @TempDir
    Path output;

    @Test
    void each_has_its_own_verdict() {
        CodeIndex index = BuiltProject.in(temp).main("", SHOP).test("", TESTS).index();
        List<FaultedMethod> candidates = FaultCandidates.of(
                Discovery.discover(index, DiscoveryRequest.of()).services(), index);

        TestProof proof = Proofs.prove(
                output,
                List.of(temp.resolve("target/classes"), temp.resolve("target/test-classes"), Frameworks.classes()),
                candidates,
                "shop.ShopIT");

        assertThat(proof.undecided()).isEmpty();
        assertThat(proof.leftOut()).isEmpty();
        assertThat(proof.faults().stream()
                        .collect(Collectors.toMap(
                                fault -> fault.method().entryPoint() + " "
                                        + fault.fault().id(),
                                fault -> fault.verdict())))
                .contains(
                        entry("GET /free throws", Verdict.DETECTED),
                        entry("GET /free does-nothing", Verdict.DETECTED),
                        entry("GET /bound throws", Verdict.DETECTED),
                        entry("GET /bound does-nothing", Verdict.DETECTED),
                        entry("GET /referred throws", Verdict.DETECTED),
                        entry("GET /referred does-nothing", Verdict.DETECTED),
                        entry("GET /hollow throws", Verdict.DETECTED),
                        entry("GET /hollow does-nothing", Verdict.SURVIVED),
                        entry("POST /missing throws", Verdict.NOT_REACHED),
                        entry("POST /missing does-nothing", Verdict.NOT_REACHED))
                .doesNotContainValue(Verdict.UNDECIDED);
    }
}
