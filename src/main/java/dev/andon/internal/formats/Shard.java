package dev.andon.internal.formats;

/**
 * The part of all faults that one of several jobs tries.
 *
 * @param index which part, from 1
 * @param total how many parts there are
 */
public record Shard(int index, int total) {
    /** All faults. */
    public static final Shard ALL = new Shard(1, 1);

    /**
     * Refuses what is no part.
     *
     * @throws IllegalArgumentException for such numbers
     */
    public Shard {
        if (total < 1 || index < 1 || index > total) {
            throw new IllegalArgumentException(index + "/" + total + " is no shard: write for example 2/8");
        }
    }

    /**
     * Reads one such as {@code 2/8}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Shard parse(String text) {
        String[] parts = text.strip().split("/", -1);
        try {
            if (parts.length == 2) {
                return new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (NumberFormatException notNumbers) {
            throw new IllegalArgumentException(text + " is no shard: write for example 2/8", notNumbers);
        }
        throw new IllegalArgumentException(text + " is no shard: write for example 2/8");
    }

    /** Returns whether the part holds the fault of that number, counted from 0 in a stable order. */
    public boolean holds(int number) {
        return number % total == index - 1;
    }

    /** Returns the part, of so many, that holds the fault of that number. */
    public static Shard holding(int number, int total) {
        return new Shard(number % total + 1, total);
    }

    @Override
    public String toString() {
        return index + "/" + total;
    }
}
