package dev.andon.internal.canary.values;

import static org.assertj.core.api.Assertions.assertThat;

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
                .isEqualTo(text.replace("Tea room", "Ufb sppn").replace("{\"rooms\": 3}", "{\"rooms\":4}"));
        assertThat(Document.of(text, "multipart/mixed; boundary=part").values()).contains("Tea", "room", "3");
    }

    @Test
    void the_data_of_events_are_documents() {
        assertThat(changed("event: hours\ndata: {\"opens\": \"09:00\"}\n\nid: 7\ndata: Tea\n\n", "text/event-stream"))
                .isEqualTo("event: hours\ndata: {\"opens\":\"11:11\"}\n\nid: 7\ndata: Ufb\n\n");
    }

    @Test
    void a_body_without_the_boundary_of_its_type_is_a_text() {
        assertThat(changed("Tea", "multipart/mixed; boundary=part")).isEqualTo("Ufb");
    }
}
