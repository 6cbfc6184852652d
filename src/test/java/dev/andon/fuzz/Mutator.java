package dev.andon.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages a file in the ways in which files are damaged, by chance or on purpose. */
public enum Mutator {
    /** Its end is missing, as when the disk was full or the JVM killed. */
    CUT {
        @Override
        public byte[] apply(byte[] data, Random random, List<byte[]> foreign) {
            return Arrays.copyOf(data, random.nextInt(data.length + 1));
        }
    },
    /** A part in the middle is missing. */
    TORN {
        @Override
        public byte[] apply(byte[] data, Random random, List<byte[]> foreign) {
            int from = random.nextInt(data.length + 1);
            int to = from + random.nextInt(data.length - from + 1);
            return join(slice(data, 0, from), slice(data, to, data.length));
        }
    },
    /** Two parts have changed places. */
    REORDERED {
        @Override
        public byte[] apply(byte[] data, Random random, List<byte[]> foreign) {
            int[] at = random.ints(3, 0, data.length + 1).sorted().toArray();
            return join(
                    slice(data, 0, at[0]),
                    slice(data, at[1], at[2]),
                    slice(data, at[0], at[1]),
                    slice(data, at[2], data.length));
        }
    },
    /** A part is in it many times, or opens what is never closed. */
    NESTED {
        @Override
        public byte[] apply(byte[] data, Random random, List<byte[]> foreign) {
            String[] openings = {"[", "{\"a\":", "<a>", "- ", "&a [*a,", "\"", "${", "("};
            int at = random.nextInt(data.length + 1);
            byte[] part = random.nextBoolean()
                    ? openings[random.nextInt(openings.length)].getBytes(StandardCharsets.UTF_8)
                    : slice(data, at, Math.min(data.length, at + 1 + random.nextInt(64)));
            byte[] many = new byte[part.length * (1 + random.nextInt(part.length == 0 ? 1 : 40_000 / part.length))];
            for (int i = 0; i < many.length; i++) {
                many[i] = part[i % part.length];
            }
            return join(slice(data, 0, at), many, slice(data, at, data.length));
        }
    },
    /** It is a file of another kind, or has one in it. */
    FOREIGN {
        @Override
        public byte[] apply(byte[] data, Random random, List<byte[]> foreign) {
            byte[] other = foreign.get(random.nextInt(foreign.size()));
            int at = random.nextInt(data.length + 1);
            return random.nextBoolean() ? other : join(slice(data, 0, at), other, slice(data, at, data.length));
        }
    },
    /** Some bytes are others. */
    DAMAGED {
        @Override
        public byte[] apply(byte[] data, Random random, List<byte[]> foreign) {
            byte[] damaged = data.clone();
            for (int i = random.nextInt(8); i >= 0 && damaged.length > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            return damaged;
        }
    };

    public abstract byte[] apply(byte[] data, Random random, List<byte[]> foreign);

    private static byte[] slice(byte[] data, int from, int to) {
        return Arrays.copyOfRange(data, from, to);
    }

    private static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
