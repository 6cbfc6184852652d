package dev.andon.internal.canary.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a document the values are changed, and not what its format says. */
class DocumentTest {

    private static String changed(String text, String type) {
        return Document.of(text, type)
                .change(ValueChange.SAME_LENGTH, Set.of())
                .orElseThrow()
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "opens: 09:00 - 17:00\\n|opens: 11:11 - 28:11\\n",
                "BEGIN:VEVENT\\nSUMMARY:Tea\\nEND:VEVENT\\n|BEGIN:VEVENT\\nSUMMARY:Ufb\\nEND:VEVENT\\n",
                "# Settings\\nloan.days=28\\n|# Settings\\nloan.days=39\\n",
                "-----BEGIN KEY-----\\nabc\\n-----END KEY-----\\n|-----BEGIN KEY-----\\nbcd\\n-----END KEY-----\\n",
                "# Only a heading|x Pomz b ifbejoh",
                "Good day|Hppe ebz",
                "http://a/b|http://a/c"
            })
    void names_and_sections_of_a_text_are_no_values(String text, String other) {
        assertThat(changed(text.replace("\\n", "\n"), "text/plain")).isEqualTo(other.replace("\\n", "\n"));
    }

    @Test
    void boundaries_and_headers_of_parts_are_no_values() {
        String text = "--part\r\nContent-Type: text/plain\r\n\r\nTea room\r\n--part\r\n"
                + "Content-Type: application/json\r\n\r\n{\"rooms\": 3}\r\n--part--\r\n";

        assertThat(changed(text, "multipart/mixed; boundary=\"part\""))
                .isEqualTo(text.replace("Tea room", "Ufb sppn").replace("\"rooms\": 3", "\"rooms\": 4"));
        assertThat(Document.of(text, "multipart/mixed; boundary=part").values()).contains("Tea", "room", "3");
    }

    @Test
    void the_data_of_events_are_documents() {
        assertThat(changed("event: hours\ndata: {\"opens\": \"09:00\"}\n\nid: 7\ndata: Tea\n\n", "text/event-stream"))
                .isEqualTo("event: hours\ndata: {\"opens\": \"11:11\"}\n\nid: 7\ndata: Ufb\n\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id;title\\n17;Dune\\n|id;title\\n28;Evof\\n",
                "day,loans (total)\\n2026-01-01,7\\n2026-01-02,9\\n|day,loans (total)\\n2022-01-01,8\\n2022-01-02,1\\n",
                // Without a column of numbers below a name, the first line may be data.
                "Good day, you\\nall, there\\n|Hppe ebz, zpv\\nbmm, uifsf\\n",
                "1,2\\n3,4\\n|2,3\\n4,5\\n",
                "id,title\\n17\\n|je,ujumf\\n28\\n"
            })
    void the_names_of_columns_are_no_values_whatever_the_type(String text, String other) {
        for (String type : new String[] {"text/plain", "application/vnd.ms-excel", "application/octet-stream", ""}) {
            assertThat(changed(text.replace("\\n", "\n"), type)).isEqualTo(other.replace("\\n", "\n"));
        }
    }

    @Test
    void what_a_remote_call_repeats_is_no_value() {
        assertThat(changed("{\"jsonrpc\": \"2.0\", \"id\": 7, \"result\": {\"id\": 3}}", "application/json"))
                .isEqualTo("{\"jsonrpc\": \"2.0\", \"id\": 7, \"result\": {\"id\": 4}}");
        assertThat(changed("{\"version\": \"2.0\", \"id\": 7}", "application/json"))
                .isEqualTo("{\"version\": \"3.1\", \"id\": 8}");
    }

    @Test
    void an_empty_list_is_said_to_be_empty() {
        Document found = Document.of(
                "{\"total\": 2, \"price\": 2, \"pages\": {\"totalElements\": 2, \"size\": 20}, \"hits\": [7, 8]}",
                "application/json");

        assertThat(found.change(ValueChange.EMPTY_LIST, Set.of()).orElseThrow().text())
                .isEqualTo(
                        "{\"total\": 0, \"price\": 2, \"pages\": {\"totalElements\": 0, \"size\": 20}, \"hits\": [    ]}");
        assertThat(found.change(ValueChange.ONE_LESS, Set.of()).orElseThrow().text())
                .isEqualTo(
                        "{\"total\": 1, \"price\": 2, \"pages\": {\"totalElements\": 1, \"size\": 20}, \"hits\": [7   ]}");
    }

    private static Optional<String> changed(ValueChange change, String text, String type) {
        return Document.of(text, type).change(change, Set.of()).map(Document.Changed::text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMPTY_LIST|id;title~",
                "BLANK_LINES|id;title~        ~       ~",
                "ONE_LESS|id;title~7;\"a; b\"~",
                "EMPTY_TEXT|id;title~7;\"\"~12;~",
                "NEGATIVE|id;title~-7;\"a; b\"~-12;Dune~",
                "LOWER|id;title~0;\"a; b\"~-2;Dune~",
                "GARBLED|id;title~7;\"????\"~12;????~",
                "OTHER_LENGTH|id;title~8;\"b; c xq\"~23;Evof xq~"
            },
            quoteCharacter = '\'')
    void the_rows_of_a_table_are_a_list(ValueChange change, String other) {
        String text = "id;title\n7;\"a; b\"\n12;Dune\n";

        assertThat(Document.of(text, "text/csv").hasList()).isTrue();
        assertThat(changed(change, text, "text/csv").map(found -> found.replace("\n", "~")))
                .hasValue(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<table><tr><th>A<tr><td>1</td></tr><tr><td>2</td></tr></table>|",
                "<tr><th>A</th></tr><tr><td>1</td></tr><p>x</p><TR><TD>2</TD></TR>|<tr><th>A</th></tr><p>x</p>",
                "<ul><li>1<ul><li>2</li></ul></li><li>3</li></ul>|<ul></ul>",
                "<nav><ul><li>1</li></ul></nav><p>x</p>|",
                "<ul><li>1<li>2</ul>|",
                "<ul><li>1<li/><li>2</ul><table><tr><td>3</td></tr></table>|<ul><li>1<li/><li>2</ul><table></table>"
            })
    void rows_and_items_of_a_page_are_lists_where_they_are_closed(String text, String emptied) {
        assertThat(changed(ValueChange.EMPTY_LIST, text, "text/html")).isEqualTo(Optional.ofNullable(emptied));
        assertThat(Document.of(text, "text/html").hasList()).isEqualTo(emptied != null);
    }

    @Test
    void a_table_may_have_long_cells_and_names_with_line_breaks() {
        assertThat(changed("\"a\nb\";c\n\"x\";y\n", "text/csv")).isEqualTo("\"a\nb\";c\n\"y\";z\n");
        assertThat(changed("a,b\n\"" + "x".repeat(200_000) + "\", 7\n", "text/csv"))
                .isEqualTo("a,b\n\"" + "y".repeat(200_000) + "\", 8\n");
        assertThat(changed("a,b\n\"" + "x,".repeat(100_000), "text/csv")).startsWith("a,b\n\"y,y,");
        assertThat(Document.of("id; title\n7; tea \n", "text/csv").values()).containsExactly("7", "tea");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NULL|{ 'a' : null    , 'b':[null,null ],'c':{},'d':[] }",
                "MISSING|{ 'b':[       ],'c':{},'d':[]                 }",
                "EMPTY_TEXT|{ 'a' : ''      , 'b':[1,''   ],'c':{},'d':[] }",
                "NEGATIVE|{ 'a' : 'x\\\"y z', 'b':[-1,'two'],'c':{},'d':[] }",
                "EMPTY_LIST|{ 'a' : 'x\\\"y z', 'b':[       ],'c':{},'d':[] }",
                "ONE_LESS|{ 'a' : 'x\\\"y z', 'b':[1      ],'c':{},'d':[] }",
                "ONE_MORE|{ 'a' : 'x\\\"y z', 'b':[1,'two'],'c':{},'d':[{'unexpected': 'element'}] }"
            })
    void what_is_no_value_stays_as_it_is_written(ValueChange change, String other) {
        String text = "{ 'a' : 'x\\\"y z', 'b':[1,'two'],'c':{},'d':[] }".replace('\'', '"');

        assertThat(changed(change, text, "application/json")).hasValue(other.replace('\'', '"'));
    }

    @Test
    void the_last_row_of_a_table_may_have_line_breaks() {
        assertThat(changed(ValueChange.ONE_LESS, "a,b\n1,x\n2,\"p\nq\"\n", "text/csv"))
                .hasValue("a,b\n1,x\n");
        assertThat(changed(ValueChange.ONE_LESS, "a,b\n1,x\n", "text/csv")).hasValue("a,b\n");
    }

    @ParameterizedTest
    @CsvSource({"7, 2147483647", "0, 2147483647", "12345678901, 9223372036854775807", "2.5, 2500000.0"})
    void an_enormous_number_is_one_of_its_type(String number, String enormous) {
        assertThat(changed(ValueChange.ENORMOUS, "{\"n\": " + number + "}", "application/json"))
                .hasValue("{\"n\": " + enormous + "}");
    }

    @Test
    void the_last_row_of_a_page_is_left_out() {
        assertThat(changed(ValueChange.ONE_LESS, "<tr><td>1</td></tr><tr><td>2</td></tr>x", "text/html"))
                .hasValue("<tr><td>1</td></tr>x");
    }

    @Test
    void the_place_of_a_value_tells_whether_it_is_in_a_list() {
        assertThat(Document.of("<h1>A</h1><ul>x<li title=\"y\">b</li></ul>c", "text/html")
                        .change(ValueChange.SAME_LENGTH, Set.of())
                        .orElseThrow()
                        .replaced())
                .containsOnlyKeys("text 0", "text 1", "/*/title", "/*/text", "text 2");
        assertThat(Document.of("<a k=\"1\"><b>2</b></a>", "application/xml")
                        .change(ValueChange.SAME_LENGTH, Set.of())
                        .orElseThrow()
                        .replaced())
                .containsOnlyKeys("k 0", "/*/text");
    }

    @Test
    void a_body_without_the_boundary_of_its_type_is_a_text() {
        assertThat(changed("Tea", "multipart/mixed; boundary=part")).isEqualTo("Ufb");
    }
}
