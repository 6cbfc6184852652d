package dev.andon.internal.canary.values;

import dev.andon.internal.canary.values.JsonText.Elements;
import dev.andon.internal.canary.values.JsonText.Members;
import dev.andon.internal.canary.values.JsonText.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How long the lists of a JSON document are. A service whose list is empty says so where it tells its size. */
final class ListSizes {
    private static final Pattern COUNTS =
            Pattern.compile(".*(count|total|size|length|number|found|hits|results|elements|matches).*");

    private final Set<String> sizes = new HashSet<>();

    ListSizes(List<Node> roots) {
        roots.forEach(this::collect);
    }

    private void collect(Node node) {
        if (node instanceof Members object) {
            object.members().forEach(member -> collect(member.value()));
        } else if (node instanceof Elements list) {
            if (!list.elements().isEmpty()) {
                sizes.add(String.valueOf(list.elements().size()));
            }
            list.elements().forEach(this::collect);
        }
    }

    /** Returns the value of a member after the lists were changed; empty where it is not the size of one. */
    Optional<String> after(ValueChange change, String name, String value) {
        boolean shorter = change == ValueChange.EMPTY_LIST || change == ValueChange.ONE_LESS;
        if (!shorter
                || !sizes.contains(value)
                || !COUNTS.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.empty();
        }
        return Optional.of(change == ValueChange.EMPTY_LIST ? "0" : String.valueOf(Integer.parseInt(value) - 1));
    }
}
