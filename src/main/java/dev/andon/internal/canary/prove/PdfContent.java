package dev.andon.internal.canary.prove;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a PDF file shows: its streams and strings. Its first line, objects and last lines tell the format only. */
final class PdfContent {
    private static final String SIGNATURE = "%PDF-";
    private static final Pattern CONTENT =
            Pattern.compile("(?s)stream\\r?\\n(.*?)endstream|\\(((?:[^()\\\\]|\\\\.)*+)\\)");

    private PdfContent() {}

    static boolean is(byte[] body) {
        int length = Math.min(SIGNATURE.length(), body.length);
        return new String(body, 0, length, StandardCharsets.ISO_8859_1).equals(SIGNATURE);
    }

    /** Returns the file with other content; empty where it is no PDF, or shows nothing. */
    static Optional<byte[]> withOther(byte[] body) {
        if (!is(body)) {
            return Optional.empty();
        }
        byte[] changed = body.clone();
        boolean found = false;
        Matcher content = CONTENT.matcher(new String(body, StandardCharsets.ISO_8859_1));
        while (content.find()) {
            int group = content.start(1) < 0 ? 2 : 1;
            for (int i = content.start(group); i < content.end(group); i++) {
                boolean space = changed[i] == ' ' || changed[i] == '\n' || changed[i] == '\r';
                changed[i] ^= (byte) (space ? 0 : 1);
                found |= !space;
            }
        }
        return found ? Optional.of(changed) : Optional.empty();
    }
}
