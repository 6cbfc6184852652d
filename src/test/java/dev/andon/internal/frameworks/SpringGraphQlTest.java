package dev.andon.internal.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.links.Links;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpringGraphQlTest {

    private static final String CONTROLLERS = """
            package com.acme;
            import org.springframework.graphql.data.method.annotation.*;
            @org.springframework.stereotype.Controller
            public class BookController {
                @QueryMapping String books() { return ""; }
                @QueryMapping("bookById") String one() { return ""; }
                @MutationMapping String addBook() { return ""; }
                @SubscriptionMapping String news() { return ""; }
            }
            @org.springframework.stereotype.Controller @SchemaMapping(typeName = "Author")
            class AuthorController {
                @SchemaMapping String address() { return ""; }
                @SchemaMapping(typeName = "Query", field = "authors") String all() { return ""; }
                @BatchMapping String agent() { return ""; }
            }
            """;

    @TempDir
    Path temp;

    private Inventory inventory;

    private List<Link> links(String testSource) {
        CodeIndex index = BuiltProject.in(temp)
                .main("shop", CONTROLLERS)
                .test("shop", testSource)
                .index();
        inventory = Discovery.discover(index, DiscoveryRequest.of());
        return Links.find(index, inventory);
    }

    private static String test(String annotations, String code) {
        return """
                package com.acme;
                import org.springframework.graphql.test.tester.*;
                %s
                class BooksIT {
                    HttpGraphQlTester http;
                    GraphQlTester tester;
                    WebSocketGraphQlTester socket;
                    @org.junit.jupiter.api.Test void test() { %s; }
                }
                """.formatted(annotations, code);
    }

    private List<String> linkedBy(String code) {
        return links(test("", code)).stream()
                .filter(link -> link.strength() == Link.Strength.LINKED)
                .map(link -> link.service() + " " + String.join(", ", link.routes()))
                .toList();
    }

    @Test
    void controllers_are_services_with_their_fields_as_operations() {
        links(test("", ""));

        assertThat(inventory.services()).extracting(Service::reason).containsOnly("@Controller with mappings");
        assertThat(inventory.services().get(1).routes())
                .extracting(Route::toString)
                .containsExactlyInAnyOrder("QUERY books", "QUERY bookById", "MUTATION addBook", "SUBSCRIPTION news");
        assertThat(inventory.services().get(0).routes())
                .extracting(Route::toString)
                .containsExactlyInAnyOrder("FIELD address", "QUERY authors", "FIELD agent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tester.document(\"{ books { title } }\")",
                "http.document(\"query All($n: Int = 1) @live { list: books(first: $n, text: \\\"} addBook {\\\") { title } }\")",
                "tester.document(\"query { ...some } fragment some on Query { books }\")",
                "tester.document(\"{ ... on Query @include(if: true) { books } } # addBook\")",
                "http.documentName(\"books\")",
                "http.documentName(\"shop/books\")"
            })
    void a_query_links_to_the_controller_of_its_field(String code) {
        assertThat(linkedBy(code)).containsExactly("com.acme.BookController QUERY books");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tester.document(\"{ magazines { books title } }\")",
                "tester.document(\"mutation { books }\")",
                "tester.document(\"{ books: magazines }\")",
                "http.documentName(\"allBooks\")",
                "org.springframework.http.HttpMethod.valueOf(\"{ books }\")"
            })
    void another_field_does_not(String code) {
        assertThat(linkedBy(code)).isEmpty();
    }

    @Test
    void mutations_and_subscriptions_link_too() {
        assertThat(linkedBy("http.document(\"mutation Add { addBook(title: \\\"x\\\") { id } }\")"))
                .containsExactly("com.acme.BookController MUTATION addBook");
        assertThat(linkedBy("socket.document(\"subscription { news }\")"))
                .containsExactly("com.acme.BookController SUBSCRIPTION news");
    }

    @Test
    void a_field_below_a_query_links_to_the_controller_that_resolves_it() {
        assertThat(linkedBy("tester.document(\"{ books { author { address } } }\")"))
                .containsExactly("com.acme.AuthorController FIELD address", "com.acme.BookController QUERY books");
    }

    @Test
    void a_slice_is_of_unit_size_and_serves_only_the_controllers_that_it_names() {
        String slice = "@org.springframework.boot.graphql.test.autoconfigure.GraphQlTest(AuthorController.class)";

        assertThat(links(test(slice, "tester.document(\"{ books authors }\")")))
                .filteredOn(link -> link.strength() == Link.Strength.LINKED)
                .extracting(Link::service)
                .containsExactly("com.acme.AuthorController");
        assertThat(inventory.testClasses().get(0).kind()).isEqualTo(TestKind.UNIT);
    }
}
