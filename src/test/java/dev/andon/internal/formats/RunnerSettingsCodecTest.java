package dev.andon.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonWriter;
import dev.andon.testing.PublishedSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerSettingsCodecTest {
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

    private static RunnerSettings decode(String text) {
        return RunnerSettingsCodec.decode(text, "runner.yaml");
    }

    private static List<String> schema(String yaml) {
        Object document = Yaml.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "runner.yaml");
        return PublishedSchema.errors("canary-settings.schema.json", JsonWriter.string(document));
    }

    private static String documented() throws IOException {
        Matcher block = YAML.matcher(Files.readString(Path.of("docs", "canary-run.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Test
    void what_the_page_shows_can_be_read_and_fits_the_schema() throws IOException {
        RunnerSettings settings = decode(documented());

        assertThat(schema(documented())).isEmpty();
        assertThat(settings.parameters())
                .containsEntry("andon.canary.target", "https://shop.acme.com")
                .containsEntry("andon.canary.log.keep", "90d")
                .containsEntry("andon.canary.target.identity", "https://login.acme.com");
        assertThat(settings.control()).contains(URI.create("https://status.acme.com"));
        assertThat(settings.tolerances()).containsEntry("place-an-order", "3/5");
        assertThat(settings.receivers()).hasSize(1);
        assertThat(settings.deadMan()).isPresent();
        assertThat(settings.receiversCa()).contains("/etc/andon/company-ca.pem");
        Instant begin = Instant.parse("2027-01-31T12:00:00Z");
        assertThat(settings.muted("place-an-order", begin)).startsWith("migration of the database (shop-team");
        assertThat(settings.muted("place-an-order", begin.minusSeconds(1))).isEmpty();
        assertThat(settings.muted("place-an-order", begin.plusSeconds(7200))).isEmpty();
        assertThat(settings.muted("browse", begin)).isEmpty();
    }

    @Test
    void json_is_read_too_and_an_empty_file_sets_nothing() {
        assertThat(decode("{\"target\": \"https://shop.acme.com\"}").parameters())
                .hasSize(1);
        assertThat(decode("")).isEqualTo(RunnerSettings.NONE);
    }

    @Test
    void a_port_that_does_not_exist_is_named() {
        assertThatThrownBy(() -> decode("metrics: 127.0.0.1:99999")).hasMessageContaining("`metrics`");
        assertThat(decode("metrics: 127.0.0.1:65535").metrics()).contains("127.0.0.1:65535");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "targt: https://shop.acme.com",
                "- target",
                "target: [1]",
                "control: shop.acme.com",
                "control: https://user:secret@acme.com",
                "metrics: 9464",
                "tolerance: {a: often}",
                "mutes: [{owner: shop-team, until: 2027-01-31T14:00:00Z}]",
                "mutes: [{reason: x, owner: shop-team}]",
                "mutes: [{reason: x, owner: shop-team, until: tomorrow}]",
                "mutes: [{reason: x, owner: y, until: 2027-01-31T14:00:00Z, for: ever}]",
                "receivers: [{name: a, type: fax}]",
                "receivers-ca-file: [a.pem]",
                "dead-man: {}"
            })
    void what_is_written_wrongly_is_named(String text) {
        assertThatThrownBy(() -> decode(text))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("runner.yaml")
                .hasMessageNotContaining("secret");
        assertThat(schema(text)).as("schema").isNotEmpty();
    }
}
