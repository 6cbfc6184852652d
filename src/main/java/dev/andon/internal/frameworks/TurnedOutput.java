package dev.andon.internal.frameworks;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes each byte with its lowest bit turned: ASCII stays ASCII. */
final class TurnedOutput extends FilterOutputStream {

    TurnedOutput(OutputStream stream) {
        super(stream);
    }

    @Override
    public void write(int one) throws IOException {
        out.write(one ^ 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        byte[] turned = new byte[length];
        for (int i = 0; i < length; i++) {
            turned[i] = (byte) (bytes[offset + i] ^ 1);
        }
        out.write(turned, 0, length);
    }
}
