package dev.andon.internal.evidence.coverage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The checksum of a stretch of an exec file.
 *
 * @param length how many bytes, right before the seal
 * @param checksum their CRC-32C
 */
record Seal(int length, long checksum) {

    private static final String PREFIX = "andon-seal/";
    private static final Pattern ID = Pattern.compile(PREFIX + "(\\d{1,9})-([0-9a-f]{1,8})");

    static Seal of(byte[] bytes) {
        return new Seal(bytes.length, checksum(bytes, 0, bytes.length));
    }

    /** Returns the id of the session that is the seal. */
    String sessionId() {
        return PREFIX + length + "-" + Long.toHexString(checksum);
    }

    static boolean is(String sessionId) {
        return sessionId.startsWith(PREFIX);
    }

    /** Returns whether the seal of this id holds for the bytes before the one where it stands. */
    static boolean holds(String sessionId, byte[] file, int at) {
        Matcher id = ID.matcher(sessionId);
        if (!id.matches()) {
            return false;
        }
        int length = Integer.parseInt(id.group(1));
        return length <= at && checksum(file, at - length, length) == Long.parseLong(id.group(2), 16);
    }

    private static long checksum(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return sum.getValue();
    }
}
