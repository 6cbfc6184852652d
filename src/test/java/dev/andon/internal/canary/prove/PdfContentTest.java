package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Of a PDF file what it shows is changed, and not what makes it a PDF file. */
class PdfContentTest {
    private static final String FILE = "%%PDF-1.4\n1 0 obj\n<< /Length 9 >>\nstream\n%s\nendstream\n<< /Title (%s) >>\n"
            + "startxref\n9\n%%%%EOF\n";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void streams_and_strings_are_changed() {
        assertThat(PdfContent.withOther(bytes(FILE.formatted("(49 EUR) Tj", "b\\)d"))))
                .hasValueSatisfying(
                        changed -> assertThat(changed).isEqualTo(bytes(FILE.formatted(")58 DTS( Uk", "c](e"))));
    }

    @Test
    void a_file_that_shows_nothing_and_another_file_are_left() {
        assertThat(PdfContent.withOther(bytes("%PDF-1.4\n%%EOF\n"))).isEmpty();
        assertThat(PdfContent.withOther(bytes("stream\nabc\nendstream"))).isEmpty();
        assertThat(PdfContent.is(bytes("%PD"))).isFalse();
    }
}
