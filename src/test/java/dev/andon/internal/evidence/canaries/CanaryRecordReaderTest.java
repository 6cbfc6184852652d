package dev.andon.internal.evidence.canaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.Verdict;
import dev.andon.internal.evidence.RecordedCanary;
import dev.andon.internal.formats.CanaryRecord;
import dev.andon.internal.formats.CanaryRecordCodec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryRecordReaderTest {
    private static final String WHOLE = """
            {"schemaVersion":1,"canaries":[{"class":"com.acme.PlaceCanary","name":"place","operation":"place an order",
             "route":"POST /orders","every":"1m","timeout":"10s","degradedAfter":"","owner":"o","runbook":"r","tolerance":"3/5",
             "practices":[{"id":"canary-asserts","verdict":"not-applicable","found":"f"}]}]}
            """;

    @TempDir
    Path temp;

    private List<RecordedCanary> read(String text) throws IOException {
        Path file = temp.resolve("canaries.json");
        Files.writeString(file, text);
        return CanaryRecordReader.read(file.toUri().toURL(), "shop-canaries");
    }

    @Test
    void a_record_is_read_whole() throws IOException {
        assertThat(read(WHOLE)).singleElement().satisfies(canary -> {
            assertThat(canary.name()).isEqualTo("com.acme.PlaceCanary");
            assertThat(canary.written().tolerance()).isEqualTo("3/5");
            assertThat(canary.module()).isEqualTo("shop-canaries");
            assertThat(canary.practices())
                    .containsExactly(new CanaryRecord.JudgedPractice("canary-asserts", Verdict.NOT_APPLICABLE, "f"));
        });
    }

    @Test
    void what_it_reaches_elsewhere_is_known_where_the_record_tells() throws IOException {
        String telling = WHOLE.replace("\"practices\":", """
                "uses":[{"class":"com.acme.Till","by":"com.acme.PlaceCanary","file":"PlaceCanary.java","line":12}],
                "classes":[{"class":"com.acme.PlaceCanary","checksum":"1f"}],
                "practices":""");

        assertThat(read(WHOLE).get(0).tellsUses()).isFalse();
        assertThat(read(WHOLE).get(0).classes()).isEmpty();
        assertThat(read(telling).get(0).classes()).containsExactly(Map.entry("com.acme.PlaceCanary", "1f"));
        assertThat(read(telling).get(0).uses()).singleElement().satisfies(use -> {
            assertThat(use.what()).isEqualTo("com.acme.Till");
            assertThat(use.location()).hasToString("PlaceCanary.java:12");
        });
    }

    @Test
    void a_record_in_a_jar_is_read_too() throws IOException {
        Path jar = temp.resolve("shop-canaries.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(CanaryRecordCodec.NAME));
            out.write(WHOLE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(CanaryRecordReader.read(
                        URI.create("jar:" + jar.toUri() + "!/" + CanaryRecordCodec.NAME)
                                .toURL(),
                        "shop-canaries"))
                .hasSize(1);
    }

    @Test
    void what_is_damaged_is_named_with_cause_and_fix() {
        refused("{", "it is damaged");
        refused(WHOLE.replace("\"schemaVersion\":1", "\"schemaVersion\":9"), "\"schemaVersion\" is not 1");
        refused(WHOLE.replace("not-applicable", "fine"), "\"verdict\" is \"fine\", which is unknown");
        refused(WHOLE.replace("\"every\":\"1m\"", "\"every\":60"), "\"every\" is no text");
        refused("{\"schemaVersion\":1}", "\"canaries\" is no list");
    }

    private void refused(String text, String why) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(CanaryFileProblem.class)
                .hasMessageContaining("canaries.json cannot be read: ")
                .hasMessageContaining(why)
                .hasMessageContaining("build the module of those canaries again");
    }
}
