package dev.andon.internal.tell;

import com.samskivert.mustache.Mustache;
import dev.andon.Verdict;
import dev.andon.internal.text.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * One HTML file that needs no network, from a template with its script and the common style. The template library escapes
 * every value; what a browser would hide or act on is made visible before.
 */
public final class HtmlPage {
    private HtmlPage() {}

    /**
     * Returns the page.
     *
     * @param name the name of template and script
     * @param page what the template names
     */
    public static String of(String name, Object page) {
        String script = resource(name + ".js");
        return Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .withFormatter(value -> VisibleText.ofLines(String.valueOf(value)))
                .compile(resource(name + ".html"))
                .execute(Map.of(
                        "page", page, "style", resource("report.css"), "script", script, "scriptHash", hash(script)));
    }

    /** Returns the sign of a verdict. */
    public static String sign(Verdict verdict) {
        return Signs.of(verdict);
    }

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(HtmlPage.class.getResourceAsStream("/dev/andon/html/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
