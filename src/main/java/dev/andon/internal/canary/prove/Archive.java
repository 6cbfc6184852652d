package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.values.Document;
import dev.andon.internal.canary.values.ValueChange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A body that is an archive: a fault changes what is in it, and it stays a sound archive with the same names. */
final class Archive {
    private static final int LONGEST = 1 << 26;

    private Archive() {}

    /**
     * Returns the archive with other content; empty where it is none that is known.
     *
     * @param binary changes what is no text
     */
    static Optional<byte[]> withOtherContent(byte[] body, UnaryOperator<byte[]> binary) {
        return withOtherContent(body, binary, Archive::others);
    }

    private static Optional<byte[]> withOtherContent(
            byte[] body, UnaryOperator<byte[]> binary, UnaryOperator<String> texts) {
        try {
            if (startsWith(body, 'P', 'K', 3, 4)) {
                return zip(body, binary, texts);
            }
            return startsWith(body, 0x1f, 0x8b) ? Optional.of(gzip(body, binary, texts)) : Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Returns the values of the texts in it; none where it is no archive. */
    static List<String> values(byte[] body) {
        List<String> values = new ArrayList<>();
        withOtherContent(body, content -> content, text -> {
            values.addAll(Document.of(text, "").values());
            return text;
        });
        return values;
    }

    private static boolean startsWith(byte[] body, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (body.length <= i || (body[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> zip(byte[] body, UnaryOperator<byte[]> binary, UnaryOperator<String> texts)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean any = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(body));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readNBytes(LONGEST - bytes.size());
                any |= content.length > 0;
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(other(content, binary, texts));
            }
        }
        return any ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    private static byte[] gzip(byte[] body, UnaryOperator<byte[]> binary, UnaryOperator<String> texts)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body));
                GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(other(in.readNBytes(LONGEST), binary, texts));
        }
        return bytes.toByteArray();
    }

    private static byte[] other(byte[] content, UnaryOperator<byte[]> binary, UnaryOperator<String> texts) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf(0) < 0) {
                return texts.apply(text).getBytes(StandardCharsets.UTF_8);
            }
        } catch (CharacterCodingException noText) {
            return content.length == 0 ? content : binary.apply(content);
        }
        return binary.apply(content);
    }

    private static String others(String text) {
        return Document.of(text, "")
                .change(ValueChange.SAME_LENGTH, Set.of())
                .map(Document.Changed::text)
                .orElse(text);
    }
}
