package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of books that nobody controls, in several formats: what is plausible about them suffices, their length does not. */
class ListFormatsIT {
    private static final String CSV = "title;year;pages\nThe sea;1951;230\n\"A river; long\";1998;410\nHills;2004;95\n";
    private static final String HTML =
            "<!doctype html><html><head><title>Books</title></head><body><nav><ul><li>Home</li>"
                    + "</ul></nav><h1>Books</h1><table><thead><tr><th>Title</th><th>Year</th></tr></thead><tbody>"
                    + "<tr><td>The sea</td><td>1951</td></tr><tr><td>A river</td><td>1998</td></tr></tbody></table>"
                    + "<ul><li>Paper</li><li>Audio</li></ul></body></html>";
    private static final String XML =
            "<books><book year=\"1951\"><title>The sea</title></book><book year=\"1998\"><title>A river</title></book></books>";
    private static final String JSON =
            "[{\"title\": \"The sea\", \"year\": 1951}, {\"title\": \"A river\", \"year\": 1998}]";

    private LittleService service;

    @BeforeEach
    void open() throws IOException {
        service = new LittleService((exchange, body) -> handle(exchange));
    }

    @AfterEach
    void close() {
        service.close();
    }

    private static void handle(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/books.csv" -> LittleService.answer(exchange, 200, "text/csv", CSV);
            case "/books.html" -> LittleService.answer(exchange, 200, "text/html", HTML);
            case "/books.ndjson" ->
                LittleService.answer(
                        exchange,
                        200,
                        "application/x-ndjson",
                        JSON.replaceAll("[\\[\\]]", "").replace("}, ", "}\n"));
            case "/prices.html" ->
                LittleService.answer(
                        exchange,
                        200,
                        "text/html",
                        HTML.replace("1951", "12.50 €").replace("1998", "8.90 €"));
            case "/books.xml" -> LittleService.answer(exchange, 200, "application/xml", XML);
            default -> LittleService.json(exchange, 200, JSON);
        }
    }

    static Stream<Class<?>> honest() {
        return Repetitions.of(Stream.of(
                RowsOfCsv.class,
                AgesOfCsv.class,
                RowsOfHtml.class,
                PricesOfHtml.class,
                ItemsOfHtml.class,
                TextOfJson.class,
                Heading.class,
                TitlesOfXml.class));
    }

    static Stream<Class<?>> useless() {
        return Repetitions.of(Stream.of(
                LoopOverCsv.class,
                AnyRowOfCsv.class,
                LoopOverHtml.class,
                AnyRowOfHtml.class,
                LoopOverXml.class,
                LengthOfCsv.class,
                BracketsOfJson.class,
                NamesOfJson.class,
                TagsOfHtml.class,
                TagsOfXml.class,
                LoopAndLengthOfCsv.class,
                LengthOfLines.class,
                LengthOfHtml.class,
                LengthOfJson.class,
                LengthOfXml.class));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void a_plausible_list_is_verified(Class<?> canary) throws IOException {
        WholeProof proof = WholeProof.of(canary, service.uri(), true);

        assertThat(proof.refused()).isEmpty();
        assertThat(proof.undecided()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("useless")
    void what_an_empty_list_passes_is_not(Class<?> canary) throws IOException {
        assertThat(WholeProof.of(canary, service.uri(), false).refused()).isNotEmpty();
    }

    private static String body(CanaryClient client, String path) {
        return client.get(path).expectStatus(200).body();
    }

    private static List<String[]> csv(CanaryClient client) {
        String body = body(client, "/books.csv");
        assertTrue(body.startsWith("title;year;pages\n"));
        return body.lines()
                .skip(1)
                .map(row -> row.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .toList();
    }

    private static List<String> parts(String body, String pattern) {
        return Pattern.compile(pattern)
                .matcher(body)
                .results()
                .map(MatchResult::group)
                .map(part -> part.replaceAll("<[^>]*>", ""))
                .toList();
    }

    private static List<String> cells(CanaryClient client) {
        String body = body(client, "/books.html");
        assertTrue(body.contains("</html>"));
        return parts(body, "<td>[^<]*</td>");
    }

    @Canary(operation = "export the books", route = "GET /books.csv", timeout = "20s")
    static class RowsOfCsv {
        @Test
        void test(CanaryClient client) {
            List<String[]> rows = csv(client);
            assertFalse(rows.isEmpty());
            for (String[] row : rows) {
                assertEquals(3, row.length);
                assertFalse(row[0].replace("\"", "").isBlank(), "no title");
            }
        }
    }

    @Canary(operation = "export the books", route = "GET /books.csv", timeout = "20s")
    static class AgesOfCsv {
        @Test
        void test(CanaryClient client) {
            List<String[]> rows = csv(client);
            assertFalse(rows.isEmpty());
            rows.forEach(row -> assertTrue(Integer.parseInt(row[1]) > 0, "year"));
        }
    }

    @Canary(operation = "see the books", route = "GET /books.html", timeout = "20s")
    static class RowsOfHtml {
        @Test
        void test(CanaryClient client) {
            List<String> cells = cells(client);
            assertFalse(cells.isEmpty());
            cells.forEach(cell -> assertFalse(cell.isBlank(), "an empty cell"));
        }
    }

    @Canary(operation = "see the prices", route = "GET /prices.html", timeout = "20s")
    static class PricesOfHtml {
        @Test
        void test(CanaryClient client) {
            String body = body(client, "/prices.html");
            assertTrue(body.contains("</html>"));
            List<String> cells = parts(body, "<td>[^<]*</td>");
            assertFalse(cells.isEmpty());
            for (int i = 1; i < cells.size(); i += 2) {
                assertThat(cells.get(i)).matches("\\d+\\.\\d\\d €");
            }
        }
    }

    @Canary(operation = "see the formats", route = "GET /books.html", timeout = "20s")
    static class ItemsOfHtml {
        @Test
        void test(CanaryClient client) {
            String body = body(client, "/books.html");
            assertTrue(body.contains("</html>"));
            List<String> items = parts(body.substring(body.indexOf("</nav>")), "<li>[^<]*</li>");
            assertFalse(items.isEmpty());
            items.forEach(item -> assertFalse(item.isBlank(), "an empty item"));
        }
    }

    /** It verifies a value outside of the lists. */
    @Canary(operation = "see the books", route = "GET /books.html", timeout = "20s")
    static class Heading {
        @Test
        void test(CanaryClient client) {
            String body = body(client, "/books.html");
            assertTrue(body.contains("<h1>Books</h1>") && body.contains("</html>"));
        }
    }

    @Canary(operation = "see the books", route = "GET /books.xml", timeout = "20s")
    static class TitlesOfXml {
        @Test
        void test(CanaryClient client) {
            String body = body(client, "/books.xml");
            assertTrue(body.strip().endsWith("</books>"));
            List<String> titles = parts(body, "<title>[^<]*</title>");
            assertFalse(titles.isEmpty());
            titles.forEach(title -> assertFalse(title.isBlank(), "no title"));
        }
    }

    @Canary(operation = "export the books", route = "GET /books.csv", timeout = "20s")
    static class LoopOverCsv {
        @Test
        void test(CanaryClient client) {
            csv(client).forEach(row -> assertThat(row[1]).isIn("1951", "1998", "2004"));
        }
    }

    @Canary(operation = "export the books", route = "GET /books.csv", timeout = "20s")
    static class AnyRowOfCsv {
        @Test
        void test(CanaryClient client) {
            assertFalse(csv(client).isEmpty());
        }
    }

    @Canary(operation = "see the books", route = "GET /books.html", timeout = "20s")
    static class LoopOverHtml {
        @Test
        void test(CanaryClient client) {
            cells(client).forEach(cell -> assertThat(cell).isIn("The sea", "1951", "A river", "1998"));
        }
    }

    @Canary(operation = "see the books", route = "GET /books.html", timeout = "20s")
    static class AnyRowOfHtml {
        @Test
        void test(CanaryClient client) {
            assertFalse(cells(client).isEmpty());
        }
    }

    @Canary(operation = "see the books", route = "GET /books.xml", timeout = "20s")
    static class LoopOverXml {
        @Test
        void test(CanaryClient client) {
            String body = body(client, "/books.xml");
            assertTrue(body.strip().endsWith("</books>"));
            parts(body, "<title>[^<]*</title>")
                    .forEach(title -> assertThat(title).isIn("The sea", "A river"));
        }
    }

    @Canary(operation = "export the books", route = "GET /books.csv", timeout = "20s")
    static class LengthOfCsv {
        @Test
        void test(CanaryClient client) {
            csv(client);
            assertTrue(body(client, "/books.csv").length() > 60);
        }
    }

    @Canary(operation = "export the books", route = "GET /books.csv", timeout = "20s")
    static class LoopAndLengthOfCsv {
        @Test
        void test(CanaryClient client) {
            String body = body(client, "/books.csv");
            assertTrue(body.startsWith("title;year;pages\n") && body.length() > 60);
            body.lines().skip(1).filter(row -> !row.isBlank()).forEach(row -> assertThat(row)
                    .containsAnyOf("1951", "1998", "2004"));
        }
    }

    @Canary(operation = "see the books", route = "GET /books.json", timeout = "20s")
    static class TextOfJson {
        @Test
        void test(CanaryClient client) {
            String body = body(client, "/books.json");
            assertTrue(body.startsWith("[") && body.contains("\"title\": \"The sea\"") && body.endsWith("]"));
        }
    }

    @Canary(operation = "see the books", route = "GET /books.json", timeout = "20s")
    static class BracketsOfJson {
        @Test
        void test(CanaryClient client) {
            String body = body(client, "/books.json");
            assertTrue(body.startsWith("[{") && body.endsWith("}]"));
        }
    }

    @Canary(operation = "see the books", route = "GET /books.json", timeout = "20s")
    static class NamesOfJson {
        @Test
        void test(CanaryClient client) {
            String body = body(client, "/books.json");
            assertTrue(body.contains("{\"title\": ") && body.endsWith("]"));
        }
    }

    @Canary(operation = "see the books", route = "GET /books.html", timeout = "20s")
    static class TagsOfHtml {
        @Test
        void test(CanaryClient client) {
            String body = body(client, "/books.html");
            assertTrue(body.contains("<td>") && body.endsWith("</html>"));
        }
    }

    @Canary(operation = "see the books", route = "GET /books.xml", timeout = "20s")
    static class TagsOfXml {
        @Test
        void test(CanaryClient client) {
            String body = body(client, "/books.xml");
            assertTrue(body.contains("<title>") && body.endsWith("</books>"));
        }
    }

    @Canary(operation = "export the books", route = "GET /books.ndjson", timeout = "20s")
    static class LengthOfLines {
        @Test
        void test(CanaryClient client) {
            assertTrue(body(client, "/books.ndjson").length() > 60);
        }
    }

    @Canary(operation = "see the books", route = "GET /books.html", timeout = "20s")
    static class LengthOfHtml {
        @Test
        void test(CanaryClient client) {
            String body = body(client, "/books.html");
            assertTrue(body.length() > 340 && body.contains("<table>") && body.contains("</html>"));
        }
    }

    @Canary(operation = "see the books", route = "GET /books.json", timeout = "20s")
    static class LengthOfJson {
        @Test
        void test(CanaryClient client) {
            client.get("/books.json").expectStatus(200).json().size("");
            assertTrue(body(client, "/books.json").length() > 70);
        }
    }

    @Canary(operation = "see the books", route = "GET /books.xml", timeout = "20s")
    static class LengthOfXml {
        @Test
        void test(CanaryClient client) {
            String body = body(client, "/books.xml");
            assertTrue(body.length() > 100 && body.strip().endsWith("</books>"));
        }
    }
}
