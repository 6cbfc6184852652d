package dev.andon.internal.canary.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes the few elements of DER (X.690) of which a certificate consists. */
final class Der {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED_CONTEXT = 0xa0;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... elements) {
        return element(SEQUENCE, elements);
    }

    static byte[] set(byte[]... elements) {
        return element(SET, elements);
    }

    static byte[] integer(BigInteger value) {
        return element(0x02, value.toByteArray());
    }

    static byte[] yes() {
        return element(0x01, new byte[] {(byte) 0xff});
    }

    static byte[] bits(byte[] bytes) {
        return element(0x03, new byte[] {0}, bytes);
    }

    static byte[] octets(byte[] bytes) {
        return element(0x04, bytes);
    }

    static byte[] text(String text) {
        return element(0x0c, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a time before 2050. */
    static byte[] time(Instant time) {
        return element(0x17, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns an element whose meaning its number tells. */
    static byte[] tagged(int number, byte[] content) {
        return element(CONTEXT + number, content);
    }

    /** Returns a whole element within one whose meaning its number tells. */
    static byte[] explicit(int number, byte[] element) {
        return element(CONSTRUCTED_CONTEXT + number, element);
    }

    /** Returns an object identifier. */
    static byte[] id(int... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(parts[0] * 40 + parts[1]);
        for (int i = 2; i < parts.length; i++) {
            int shift = 28;
            while (shift > 0 && parts[i] >>> shift == 0) {
                shift -= 7;
            }
            for (; shift >= 0; shift -= 7) {
                bytes.write((parts[i] >>> shift & 0x7f) | (shift > 0 ? 0x80 : 0));
            }
        }
        return element(0x06, bytes.toByteArray());
    }

    private static byte[] element(int tag, byte[]... contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            bytes.writeBytes(content);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int length = bytes.size();
        if (length < 0x80) {
            element.write(length);
        } else {
            byte[] size = BigInteger.valueOf(length).toByteArray();
            int from = size[0] == 0 ? 1 : 0;
            element.write(0x80 + size.length - from);
            element.write(size, from, size.length - from);
        }
        element.writeBytes(bytes.toByteArray());
        return element.toByteArray();
    }
}
