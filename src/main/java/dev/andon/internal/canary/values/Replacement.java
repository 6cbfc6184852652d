package dev.andon.internal.canary.values;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another value in place of one, of the same kind: what only parses a value, or only measures it, detects no change. */
final class Replacement {
    /** A time zone, offset or fraction stays as it is. */
    private static final Pattern DATE = Pattern.compile("(\\d{4})(-\\d{2}(?:-\\d{2})?.*)", Pattern.DOTALL);

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{8}[0-9a-fA-F-]*");
    static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?");
    private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://[^/]*)(.*)", Pattern.DOTALL);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int LEAP = 4;
    private static final String LONGER = " xq";

    private Replacement() {}

    /** Returns another text of the same length; an empty one stays empty. */
    static String sameLength(String text) {
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            int year = Integer.parseInt(date.group(1));
            return String.format("%04d", year > LEAP ? year - LEAP : year + LEAP) + date.group(2);
        }
        Matcher url = URL.matcher(text);
        if (url.matches()) {
            return url.group(1) + rotated(url.group(2), false);
        }
        String rotated = rotated(text, HEX.matcher(text).matches());
        return rotated.equals(text) ? "x".repeat(text.length()) : rotated;
    }

    /** Returns another text that does not contain it, and is longer where a text of its kind can be. */
    static String otherLength(String text) {
        boolean fixed = DATE.matcher(text).matches()
                || URL.matcher(text).matches()
                || HEX.matcher(text).matches()
                || NUMBER.matcher(text).matches();
        return fixed ? sameLength(text) : sameLength(text) + LONGER;
    }

    static BigDecimal number(String number) {
        return new BigDecimal(rotated(number, true));
    }

    static BigDecimal negative(String number) {
        BigDecimal value = new BigDecimal(number);
        return value.signum() > 0 ? value.negate() : value.subtract(BigDecimal.ONE);
    }

    /** Returns a number that is as large as one of its type can be, so that reading it is no reason to fail. */
    static BigDecimal enormous(String number) {
        BigDecimal value = new BigDecimal(number);
        if (value.stripTrailingZeros().scale() > 0) {
            return value.multiply(MILLION);
        }
        boolean fits = value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0;
        return BigDecimal.valueOf(fits ? Integer.MAX_VALUE : Long.MAX_VALUE);
    }

    /** Returns a number of the same length: with one digit before its fraction it becomes 0, with more it becomes negative. */
    static BigDecimal lower(String number) {
        BigDecimal value = new BigDecimal(number);
        boolean oneDigit = value.abs().compareTo(BigDecimal.TEN) < 0;
        return value.signum() <= 0
                ? value
                : new BigDecimal((oneDigit ? "0" : "-") + value.toPlainString().substring(1));
    }

    /** In a number in exponential form the exponent stays a letter. */
    private static String rotated(String text, boolean hexadecimal) {
        StringBuilder other = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            other.append(rotated(text.charAt(i), hexadecimal));
        }
        return other.toString();
    }

    private static char rotated(char c, boolean hexadecimal) {
        if (c >= '0' && c <= '9') {
            return c == '9' ? '1' : (char) (c + 1);
        }
        if (hexadecimal) {
            boolean letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            return !letter || c == 'e' || c == 'E' ? c : (c == 'f' ? 'a' : c == 'F' ? 'A' : next(c));
        }
        if (c == 'z' || c == 'Z') {
            return c == 'z' ? 'a' : 'A';
        }
        if ((c >= 'a' && c <= 'y') || (c >= 'A' && c <= 'Y')) {
            return next(c);
        }
        return Character.isLetter(c) && !Character.isSurrogate(c) ? (c == 'ö' ? 'ä' : 'ö') : c;
    }

    private static char next(char c) {
        return (char) (c + 1);
    }
}
