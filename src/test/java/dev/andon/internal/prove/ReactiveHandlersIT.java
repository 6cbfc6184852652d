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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functional handlers of WebFlux, as its own server side runs them. */
class ReactiveHandlersIT {

    private static final String ORDERS = """
            package shop;
            import java.util.List;
            import org.springframework.web.reactive.function.server.*;
            import reactor.core.publisher.*;
            public class Orders {
                public Mono<ServerResponse> read(ServerRequest request) {
                    return ServerResponse.ok().header("X-Shop", "main").bodyValue("an order");
                }
                public Mono<ServerResponse> later(ServerRequest request) {
                    return Mono.just("later").flatMap(text -> ServerResponse.accepted().bodyValue(text));
                }
                public Mono<ServerResponse> hollow(ServerRequest request) {
                    return ServerResponse.ok().bodyValue("unread");
                }
                public Mono<ServerResponse> published(ServerRequest request) {
                    return ServerResponse.ok().body(Mono.just("published"), String.class);
                }
                public RouterFunction<ServerResponse> routes() {
                    return RouterFunctions.route().GET("/read", this::read).GET("/later", this::later)
                        .GET("/hollow", this::hollow).GET("/published", this::published).build();
                }
            }
            """;

    private static final String TESTS = """
            package shop;
            import org.junit.jupiter.api.Test;
            import org.springframework.test.web.reactive.server.WebTestClient;
            class OrdersIT {
                private static final WebTestClient CLIENT =
                    WebTestClient.bindToRouterFunction(new Orders().routes()).build();
                private static WebTestClient.ResponseSpec get(String path) {
                    return CLIENT.get().uri(path).exchange();
                }
                /** Its status and its header stay under a changed value, or the body would not be what detects it. */
                @Test void read() {
                    String body = get("/read").expectStatus().isOk().expectHeader().valueEquals("X-Shop", "main")
                        .expectBody(String.class).returnResult().getResponseBody();
                    if (!"an order".equals(body)) { throw new AssertionError("body: " + body); }
                }
                @Test void later() { get("/later").expectBody(String.class).isEqualTo("later"); }
                @Test void hollow() { get("/hollow").expectStatus().isOk(); }
                @Test void published() { get("/published").expectBody(String.class).isEqualTo("published"); }
            }
            """;

    @TempDir
    Path classes;

    @TempDir
    Path output;

    @Test
    void a_test_must_look_at_the_body_that_a_handler_writes() {
        List<Path> spring = libraries();
        Compiled fixtures = Compiled.into(classes).sources(List.of(ORDERS, TESTS));
        spring.forEach(fixtures::classPath);
        List<Path> classPath = new ArrayList<>(List.of(fixtures.compile()));
        classPath.addAll(spring);

        TestProof proof = Proofs.prove(
                output,
                classPath,
                "shop.Orders",
                Stream.of("read", "later", "hollow", "published")
                        .map(name -> name
                                + "(Lorg/springframework/web/reactive/function/server/ServerRequest;)"
                                + "Lreactor/core/publisher/Mono;")
                        .toList(),
                "shop.OrdersIT");

        assertThat(proof.undecided()).isEmpty();
        assertThat(proof.leftOut()).isEmpty();
        assertThat(Proofs.verdicts(proof))
                .contains(
                        entry("read CHANGED_VALUE", Verdict.DETECTED),
                        entry("later CHANGED_VALUE", Verdict.DETECTED),
                        entry("hollow CHANGED_VALUE", Verdict.SURVIVED),
                        // Only its publisher knows what it writes.
                        entry("published CHANGED_VALUE", Verdict.NOT_APPLICABLE));
        assertThat(proof.faults())
                .filteredOn(fault -> fault.verdict() == Verdict.DETECTED)
                .allSatisfy(fault -> assertThat(fault.detectedBy()).isNotEmpty());
    }

    private static List<Path> libraries() {
        return Stream.concat(RealLibraries.jars().stream(), RealLibraries.spring().stream())
                .filter(jar -> jar.getFileName()
                        .toString()
                        .matches("(?:spring-(?:beans|context|core|test|web|webflux)-7|spring-jcl|react|hamcrest).*"))
                .toList();
    }
}
