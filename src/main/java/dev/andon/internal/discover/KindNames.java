package dev.andon.internal.discover;

import dev.andon.TestKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of test that tags, names of classes, and names of folders, modules and packages stand for. */
final class KindNames {

    private static final Map<String, TestKind> TAGS = Map.ofEntries(
            Map.entry("unit", TestKind.UNIT),
            Map.entry("integration", TestKind.INTEGRATION),
            Map.entry("it", TestKind.INTEGRATION),
            Map.entry("e2e", TestKind.END_TO_END),
            Map.entry("endtoend", TestKind.END_TO_END),
            Map.entry("acceptance", TestKind.END_TO_END),
            Map.entry("canary", TestKind.CANARY));
    private static final Set<String> INTEGRATION = Set.of("integration", "it", "its", "itest", "inttest");

    private KindNames() {}

    /** Returns the kind that a tag stands for, whatever its separators and case. */
    static Optional<TestKind> ofTag(String tag) {
        String plain = tag.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "").replaceAll("tests?$", "");
        return Optional.ofNullable(TAGS.get(plain));
    }

    /** Returns the kind that the simple name of a test class stands for. */
    static Optional<TestKind> ofClass(String simpleName) {
        if (simpleName.matches(".*(E2E|EndToEnd|AcceptanceTests?$|AcceptanceIT$).*|.*E2e([A-Z].*)?")) {
            return Optional.of(TestKind.END_TO_END);
        }
        return simpleName.matches(".*(IT|ITCase|ITs|IntegrationTests?|IntegrationSpec|IntTests?)|IT[A-Z][a-z].*")
                ? Optional.of(TestKind.INTEGRATION)
                : Optional.empty();
    }

    /** Returns the kind that the words in the name of a folder, module or package stand for. */
    static Optional<TestKind> inName(String name) {
        List<String> words = Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])|[-_.]", -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        String joined = String.join("-", words);
        if (words.contains("e2e") || words.contains("acceptance") || joined.contains("end-to-end")) {
            return Optional.of(TestKind.END_TO_END);
        }
        return words.stream().anyMatch(INTEGRATION::contains) || joined.contains("int-test")
                ? Optional.of(TestKind.INTEGRATION)
                : Optional.empty();
    }
}
