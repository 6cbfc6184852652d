package dev.andon.internal.canary.values;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long the lists of a JSON document are. A service whose list is empty says so where it tells its size. */
final class ListSizes {
    private static final Pattern COUNTS =
            Pattern.compile(".*(count|total|size|length|number|found|hits|results|elements|matches).*");

    private final Set<String> sizes = new HashSet<>();

    ListSizes(List<@Nullable Object> roots) {
        roots.forEach(this::collect);
    }

    private void collect(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            object.values().forEach(this::collect);
        } else if (value instanceof JsonArray array) {
            if (!array.isEmpty()) {
                sizes.add(String.valueOf(array.size()));
            }
            array.forEach(this::collect);
        }
    }

    /** Returns the value of a member after the lists were changed: another where it is the size of one. */
    @Nullable Object after(ValueChange change, String name, @Nullable Object value) {
        boolean shorter = change == ValueChange.EMPTY_LIST || change == ValueChange.ONE_LESS;
        if (!shorter
                || !(value instanceof Number)
                || !sizes.contains(value.toString())
                || !COUNTS.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            return value;
        }
        return change == ValueChange.EMPTY_LIST ? 0 : Integer.parseInt(value.toString()) - 1;
    }
}
