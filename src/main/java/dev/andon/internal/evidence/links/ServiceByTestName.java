package dev.andon.internal.evidence.links;

import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the services that the name of a test class refers to. */
final class ServiceByTestName {

    private static final Pattern ENDING = Pattern.compile("_?(?:Tests?|TestCase|IT|ITCase|ITest|E2E|Integration|IntTest"
            + "|EndToEnd|Acceptance|System|Functional|Component|Unit|Api|Spec|Smoke|Slice|Mvc|Web)$");
    private static final Pattern BEGINNING = Pattern.compile("^(?:Test|IT|E2E)(?=[A-Z])");

    private ServiceByTestName() {}

    /** Takes all services by their simple names. */
    static List<Service> services(TestClass testClass, Map<String, List<Service>> all) {
        String name = Requests.simpleName(testClass.name());
        List<Service> named = List.of();
        String rest = BEGINNING.matcher(name).replaceFirst("");
        boolean stripped = !rest.equals(name);
        while (named.isEmpty()) {
            if (stripped) {
                named = all.getOrDefault(rest, List.of());
            }
            String shorter = ENDING.matcher(rest).replaceFirst("");
            if (shorter.equals(rest) || shorter.isEmpty()) {
                break;
            }
            rest = shorter;
            stripped = true;
        }
        return nearest(testClass, named);
    }

    private static List<Service> nearest(TestClass testClass, List<Service> named) {
        int best = named.stream()
                .mapToInt(service -> nearness(testClass, service))
                .max()
                .orElse(0);
        return named.stream()
                .filter(service -> nearness(testClass, service) == best)
                .toList();
    }

    private static int nearness(TestClass testClass, Service service) {
        String[] one = testClass.name().split("\\.", -1);
        String[] other = service.name().split("\\.", -1);
        int common = 0;
        while (common < Math.min(one.length, other.length) - 1 && one[common].equals(other[common])) {
            common++;
        }
        // Between two equally near ones, the shorter package wins; among duplicate names, the same module wins.
        boolean same = one.length == other.length && common == one.length - 1;
        return common * 4 + (same ? 2 : 0) + (testClass.module().equals(service.module()) ? 1 : 0);
    }
}
