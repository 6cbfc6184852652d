package dev.andon.internal.canary.prove;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;

/** Compressed bodies: a fault changes what is in them, and keeps the compression. */
final class ContentCoding {
    private static final int LONGEST = 1 << 26;

    private ContentCoding() {}

    private static String of(HttpMessage message) {
        return message.header("Content-Encoding").orElse("identity").trim().toLowerCase(Locale.ROOT);
    }

    /** Returns the body without compression; empty where the compression is not known, or the body is damaged. */
    static Optional<byte[]> decoded(HttpMessage message) {
        String coding = of(message);
        if (coding.equals("identity") || coding.isEmpty() || message.body().length == 0) {
            return Optional.of(message.body());
        }
        ByteArrayInputStream compressed = new ByteArrayInputStream(message.body());
        try (InputStream plain = coding.contains("gzip")
                ? new GZIPInputStream(compressed)
                : coding.equals("deflate") ? new InflaterInputStream(compressed) : InputStream.nullInputStream()) {
            byte[] bytes = plain.readNBytes(LONGEST);
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    static byte[] encoded(HttpMessage message, byte[] plain) {
        String coding = of(message);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = coding.contains("gzip")
                ? new GZIPOutputStream(bytes)
                : coding.equals("deflate") ? new DeflaterOutputStream(bytes) : bytes) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
