package dev.andon.internal.evidence.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The tags of an XML document without the text between them and with long values cut off, so that what tests printed is
 * never held in memory. A document in an encoding of which ASCII is no part, or with a document type, is passed on as it is.
 */
final class MarkupInputStream extends InputStream {

    private enum State {
        TEXT,
        TAG,
        QUOTED,
        CDATA,
        COMMENT,
        INSTRUCTION,
        AS_IS
    }

    private static final int LONGEST_OPENING = 8;
    private static final int LONGEST_AS_IS = 8 << 20;
    private static final int LONGEST_VALUE = 1 << 16;
    private static final int LONGEST_ESCAPE = 12;

    private final InputStream in;
    // One of our own: the JDK's takes a lock for each byte.
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;
    private State state = State.TEXT;
    private boolean first = true;
    private int asIs;
    private int quote;
    private int valueLength;
    private int escape;
    private int before;
    private int beforeThat;

    MarkupInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        for (int next = next(); next >= 0; next = next()) {
            if (first) {
                first = false;
                if (next == 0 || next >= 0xFE) {
                    state = State.AS_IS;
                }
            }
            if (passes(next)) {
                return next;
            }
        }
        return -1;
    }

    private int next() throws IOException {
        return position < end || fill() ? buffer[position++] & 0xFF : -1;
    }

    /** Returns whether there is more behind what is held, which stays. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, end - position);
        end -= position;
        position = 0;
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read > 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                return count == 0 && length > 0 ? -1 : count;
            }
            into[offset + count++] = (byte) next;
        }
        return count;
    }

    private boolean passes(int next) throws IOException {
        switch (state) {
            case TEXT -> {
                if (next != '<') {
                    // Bytes before the first tag mark the encoding.
                    return next >= 0x80 && before == 0;
                }
                before = next;
                state = opened();
                return state == State.TAG || state == State.AS_IS;
            }
            case TAG -> {
                if (next == '"' || next == '\'') {
                    quote = next;
                    valueLength = 0;
                    escape = 0;
                    state = State.QUOTED;
                } else if (next == '>') {
                    state = State.TEXT;
                }
                return true;
            }
            case QUOTED -> {
                state = next == quote ? State.TAG : State.QUOTED;
                return state == State.TAG || !isCutOff(next);
            }
            case CDATA, COMMENT, INSTRUCTION -> {
                if (next != '>') {
                    beforeThat = before;
                    before = next;
                    skipToEnd();
                    return false;
                }
                int last = state == State.CDATA ? ']' : state == State.COMMENT ? '-' : '?';
                if (before == last && (state == State.INSTRUCTION || beforeThat == last)) {
                    state = State.TEXT;
                }
                beforeThat = before;
                before = next;
                return false;
            }
            default -> {
                if (++asIs > LONGEST_AS_IS) {
                    throw new IOException("its text cannot be skipped, and it is larger than 8 MB");
                }
                return true;
            }
        }
    }

    /** Most of a report is output of tests. */
    private void skipToEnd() {
        int from = position;
        while (position < end && buffer[position] != '>') {
            position++;
        }
        for (int i = Math.max(from, position - 2); i < position; i++) {
            beforeThat = before;
            before = buffer[i];
        }
    }

    /** A value is cut off between two characters, and not within an escaped one. */
    private boolean isCutOff(int next) {
        boolean withinEscape = escape > 0;
        escape = next == '&' ? 1 : next == ';' || escape == 0 || escape == LONGEST_ESCAPE ? 0 : escape + 1;
        boolean withinCharacter = (next & 0xC0) == 0x80;
        if (valueLength < LONGEST_VALUE) {
            valueLength++;
        } else if (valueLength > LONGEST_VALUE || !(withinEscape || withinCharacter)) {
            valueLength = LONGEST_VALUE + 1;
        }
        return valueLength > LONGEST_VALUE;
    }

    private State opened() throws IOException {
        boolean more = true;
        while (more && end - position < LONGEST_OPENING) {
            more = fill();
        }
        int held = Math.min(LONGEST_OPENING, end - position);
        String ahead = new String(buffer, position, held, StandardCharsets.ISO_8859_1);
        if (!ahead.startsWith("!")) {
            return ahead.startsWith("?") && !ahead.matches("(?s)\\?xml\\s.*") ? State.INSTRUCTION : State.TAG;
        }
        beforeThat = 0;
        return ahead.equals("![CDATA[") ? State.CDATA : ahead.startsWith("!--") ? State.COMMENT : State.AS_IS;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
