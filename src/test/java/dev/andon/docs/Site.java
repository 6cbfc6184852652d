package dev.andon.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The documents as static HTML. */
final class Site {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link) {
                    attributes.computeIfPresent("href", (name, href) -> page(href));
                }
            })
            .build();

    private static final Pattern HREF = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s · Andon</title>
            <style>
            :root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
            body { max-inline-size: 56rem; margin-inline: auto; padding: 1rem; overflow-wrap: anywhere; }
            pre, table { display: block; overflow: auto; max-inline-size: 100%%; }
            pre { padding: .75rem; border: 1px solid #8886; border-radius: 6px; }
            table { border-collapse: collapse; } th, td { border: 1px solid #8886; padding: .3rem .6rem; text-align: start; }
            img { max-inline-size: 100%%; }
            </style>
            </head>
            <body>
            <nav><a href="%sREADME.html">Andon</a></nav>
            <main>
            %s</main>
            </body>
            </html>
            """;

    private Site() {}

    /** Writes a page for each Markdown file of the documents, and copies what they show besides; returns how many. */
    static int write(Path root, Path target) throws IOException {
        Set<Path> files = new TreeSet<>(List.of(
                Path.of("README.md"),
                Path.of("CHANGELOG.md"),
                Path.of("CONTRIBUTING.md"),
                Path.of("SECURITY.md"),
                Path.of("LICENSE")));
        for (String folder : List.of("docs", "examples", "src/main/resources/dev/andon")) {
            try (Stream<Path> all = Files.walk(root.resolve(folder))) {
                all.filter(Files::isRegularFile)
                        .map(file -> root.resolve("").relativize(file))
                        .filter(file -> !("/" + file).contains("/target/")
                                && !file.toString().endsWith(".html"))
                        .forEach(files::add);
            }
        }
        int pages = 0;
        for (Path file : files) {
            Path to = target.resolve(page(file.toString()));
            Files.createDirectories(to.getParent());
            if (file.toString().endsWith(".md")) {
                Files.writeString(to, html(root.resolve(file), "../".repeat(file.getNameCount() - 1)));
                pages++;
            } else {
                Files.write(to, Files.readAllBytes(root.resolve(file)));
            }
        }
        return pages;
    }

    private static String html(Path file, String up) throws IOException {
        String text = Files.readString(file);
        String title =
                text.lines().findFirst().orElse("").replaceAll("[#<>&`]", "").strip();
        return PAGE.formatted(title, up, RENDERER.render(PARSER.parse(text)));
    }

    /** A link to a document leads to its page. */
    private static String page(String href) {
        return href.contains("://") ? href : href.replaceFirst("\\.md(#.*)?$", ".html$1");
    }

    /** Returns each link between pages that leads to no file, or to no heading of it. */
    static List<String> brokenLinks(Path target) throws IOException {
        List<Path> pages;
        try (Stream<Path> all = Files.walk(target)) {
            pages = all.filter(file -> file.toString().endsWith(".html")).toList();
        }
        Set<String> broken = new TreeSet<>();
        for (Path page : pages) {
            Matcher href = HREF.matcher(Files.readString(page));
            while (href.find()) {
                String link = href.group(1);
                if (!link.contains(":") && !leadsSomewhere(page, link)) {
                    broken.add(target.relativize(page) + ": " + link);
                }
            }
        }
        return List.copyOf(broken);
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(file)) {
            return false;
        }
        return parts.length == 1 || Files.readString(file).contains("id=\"" + parts[1] + "\"");
    }
}
