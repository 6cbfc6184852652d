package dev.andon.canary;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A form as a browser submits it: URL-encoded, or as {@code multipart/form-data} where it has a file.
 *
 * <pre>{@code
 * client.post("/photos", new CanaryForm().field("title", title).file("photo", "cat.png", "image/png", png));
 * }</pre>
 *
 * <p>Thread safety: immutable.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CanaryForm {
    private final List<Part> parts;
    private final String boundary = "canary-" + UUID.randomUUID();

    @SuppressWarnings("ArrayRecordComponent") // compared never
    private record Part(String name, @Nullable String fileName, String type, byte[] content) {}

    /** Makes an empty form. */
    public CanaryForm() {
        this(List.of());
    }

    private CanaryForm(List<Part> parts) {
        this.parts = parts;
    }

    /** Returns a form with this field too. */
    public CanaryForm field(String name, String value) {
        return with(new Part(name, null, "", value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns a form with this file too. */
    public CanaryForm file(String name, String fileName, String type, byte[] content) {
        return with(new Part(name, fileName, type, content.clone()));
    }

    private CanaryForm with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new CanaryForm(List.copyOf(more));
    }

    private boolean hasFile() {
        return parts.stream().anyMatch(part -> part.fileName() != null);
    }

    /** Returns the media type of the body. */
    public String type() {
        return hasFile() ? "multipart/form-data; boundary=" + boundary : "application/x-www-form-urlencoded";
    }

    /** Returns the body. */
    public byte[] body() {
        return hasFile() ? multipart() : urlEncoded().getBytes(StandardCharsets.US_ASCII);
    }

    private String urlEncoded() {
        return parts.stream()
                .map(part -> encoded(part.name()) + "=" + encoded(new String(part.content(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private byte[] multipart() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            String file = part.fileName() == null ? "" : "; filename=\"" + quoted(part.fileName()) + "\"";
            String type = part.type().isEmpty() ? "" : "Content-Type: " + part.type() + "\r\n";
            write(
                    out,
                    "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(part.name()) + "\"" + file
                            + "\r\n" + type + "\r\n");
            out.writeBytes(part.content());
            write(out, "\r\n");
        }
        write(out, "--" + boundary + "--\r\n");
        return out.toByteArray();
    }

    /** As browsers escape names. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
