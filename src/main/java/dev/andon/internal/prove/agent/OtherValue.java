package dev.andon.internal.prove.agent;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalUnit;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Another value of the same type, for the types of the JDK that hold one value. */
final class OtherValue {

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private OtherValue() {}

    /** Returns null where the value is of no such type. */
    static @Nullable Object of(Object value) {
        if (value instanceof Number number) {
            return ofNumber(number);
        }
        if (value instanceof Enum<?> constant) {
            return ofConstant(constant);
        }
        if (value instanceof Boolean truth) {
            return !truth;
        }
        if (value instanceof Character letter) {
            return (char) (letter + 1);
        }
        if (value instanceof CharSequence text && text.getClass().getClassLoader() == null) {
            return text + " (changed)";
        }
        if (value instanceof UUID id) {
            return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1);
        }
        Object time = ofTime(value);
        return time == null ? ofOthers(value) : time;
    }

    /** Says what is different. */
    static String said(Object value) {
        return value instanceof Number ? "+ 1" : value instanceof Boolean ? "turned" : "changed";
    }

    private static @Nullable Object ofNumber(Number value) {
        if (value instanceof Integer number) {
            return number + 1;
        }
        if (value instanceof Long number) {
            return number + 1;
        }
        if (value instanceof Short number) {
            return (short) (number + 1);
        }
        if (value instanceof Byte number) {
            return (byte) (number + 1);
        }
        if (value instanceof Double number) {
            return otherThan(number);
        }
        if (value instanceof Float number) {
            return (float) otherThan(number);
        }
        if (value instanceof BigDecimal number) {
            return number.add(BigDecimal.ONE);
        }
        if (value instanceof BigInteger number) {
            return number.add(BigInteger.ONE);
        }
        if (value instanceof AtomicInteger number) {
            return new AtomicInteger(number.get() + 1);
        }
        return value instanceof AtomicLong number ? new AtomicLong(number.get() + 1) : null;
    }

    /** What is too large for one more to make a difference, even as a float, becomes half of it. */
    private static double otherThan(double number) {
        if (!Double.isFinite(number)) {
            return 1;
        }
        return (float) number == (float) (number + 1) ? number / 2 : number + 1;
    }

    private static @Nullable Object ofConstant(Enum<?> value) {
        Object[] constants = value.getDeclaringClass().getEnumConstants();
        if (constants.length < 2) {
            return null;
        }
        return constants[0] == value ? constants[1] : constants[0];
    }

    @SuppressWarnings("JavaUtilDate")
    private static @Nullable Object ofTime(Object value) {
        try {
            if (value instanceof Temporal time) {
                return later(time);
            }
            if (value instanceof Date time) {
                Date other = (Date) time.clone();
                other.setTime(time.getTime() + DAY_MILLIS);
                return other;
            }
            if (value instanceof Calendar time) {
                Calendar other = (Calendar) time.clone();
                other.setTimeInMillis(time.getTimeInMillis() + DAY_MILLIS);
                return other;
            }
            if (value instanceof Duration time) {
                return time.isNegative() ? time.plusSeconds(1) : time.minusSeconds(1);
            }
            if (value instanceof Period time) {
                return time.isZero() ? Period.ofDays(1) : Period.ZERO;
            }
        } catch (ArithmeticException tooLarge) {
            return null;
        }
        return value instanceof ZoneId ? ZoneOffset.ofHours(value.equals(ZoneOffset.ofHours(1)) ? 2 : 1) : null;
    }

    private static @Nullable Object later(Temporal time) {
        for (TemporalUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.YEARS)) {
            try {
                return time.plus(1, unit);
            } catch (DateTimeException | ArithmeticException otherUnit) {
                // The next unit may be one that it has.
            }
        }
        return null;
    }

    private static @Nullable Object ofOthers(Object value) {
        if (value instanceof OptionalInt number && number.isPresent()) {
            return OptionalInt.of(number.getAsInt() + 1);
        }
        if (value instanceof OptionalLong number && number.isPresent()) {
            return OptionalLong.of(number.getAsLong() + 1);
        }
        if (value instanceof OptionalDouble number && number.isPresent()) {
            return OptionalDouble.of(otherThan(number.getAsDouble()));
        }
        if (value instanceof AtomicBoolean truth) {
            return new AtomicBoolean(!truth.get());
        }
        if (value instanceof Locale locale) {
            return locale.equals(Locale.FRANCE) ? Locale.CANADA : Locale.FRANCE;
        }
        if (value instanceof Currency currency) {
            return Currency.getInstance(currency.getCurrencyCode().equals("XXX") ? "XTS" : "XXX");
        }
        return ofAddress(value);
    }

    private static @Nullable Object ofAddress(Object value) {
        try {
            if (value instanceof URI address) {
                return URI.create(address + "-changed");
            }
            if (value instanceof URL address) {
                return new URL(address + "-changed");
            }
        } catch (IllegalArgumentException | IOException refused) {
            return null;
        }
        if (value instanceof File file) {
            return new File(file.getPath() + "-changed");
        }
        return value instanceof Path path && path.getFileName() != null
                ? path.resolveSibling(path.getFileName() + "-changed")
                : null;
    }
}
