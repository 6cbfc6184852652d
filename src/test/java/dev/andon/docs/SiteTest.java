package dev.andon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code -Dsite.folder=target/site-html} the pages are kept there. */
class SiteTest {

    @TempDir
    Path temp;

    @Test
    void each_document_is_a_page_and_no_link_leads_nowhere() throws IOException {
        Path site = Path.of(System.getProperty("site.folder", temp.toString()));
        Site.write(Path.of(""), site);

        assertThat(site.resolve("README.html")).content().contains("<h1", "docs/getting-started.html");
        assertThat(site.resolve("docs/practices/unit-tests.html")).exists();
        assertThat(Site.brokenLinks(site)).isEmpty();
    }

    @Test
    void a_link_to_a_missing_page_or_heading_is_found() throws IOException {
        Files.writeString(
                temp.resolve("a.html"),
                "<h2 id=\"one\"></h2><a href=\"#one\"><a href=\"#two\"><a href=\"gone.html\"><a href=\"https://x.org\">");

        assertThat(Site.brokenLinks(temp)).containsExactly("a.html: #two", "a.html: gone.html");
    }
}
