package dev.andon.internal.text;

/** Recognises a number of a payment card by its length and checksum; its digits may stand in groups. */
final class CardNumber {
    private static final int FEWEST_DIGITS = 13;
    private static final int MOST_DIGITS = 19;

    private CardNumber() {}

    /** Returns where the digits end that begin there. */
    static int end(String text, int begin) {
        int end = begin;
        int digits = 0;
        while (end < text.length() && digits <= MOST_DIGITS) {
            char c = text.charAt(end);
            boolean between = (c == ' ' || c == '-') && digits % 4 == 0;
            if (isDigit(c)) {
                digits++;
            } else if (!between) {
                break;
            }
            end++;
        }
        while (end > begin + 1 && !isDigit(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    static boolean isOne(String text, int begin, int end) {
        StringBuilder digits = new StringBuilder();
        text.substring(begin, end).chars().filter(c -> isDigit((char) c)).forEach(c -> digits.append((char) c));
        return digits.length() >= FEWEST_DIGITS
                && digits.length() <= MOST_DIGITS
                && checksum(digits) % 10 == 0
                && (end == text.length() || !Character.isLetter(text.charAt(end)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int checksum(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int value = i % 2 == 0 ? digit : 2 * digit;
            sum += value > 9 ? value - 9 : value;
        }
        return sum;
    }
}
