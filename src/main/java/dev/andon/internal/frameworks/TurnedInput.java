package dev.andon.internal.frameworks;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads each byte with its lowest bit turned: ASCII stays ASCII. */
final class TurnedInput extends FilterInputStream {

    TurnedInput(InputStream stream) {
        super(stream);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read < 0 ? read : read ^ 1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        for (int i = offset; i < offset + count; i++) {
            into[i] ^= 1;
        }
        return count;
    }
}
