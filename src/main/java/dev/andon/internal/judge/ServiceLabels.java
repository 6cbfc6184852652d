package dev.andon.internal.judge;

import dev.andon.internal.discover.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How classes and services are named in words. */
final class ServiceLabels {
    private ServiceLabels() {}

    /** The name without its package; nested classes keep their outer's: {@code Shop.Basket}. */
    static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    static String article(String words) {
        return ("aeiou".indexOf(words.charAt(0)) >= 0 && !words.startsWith("un") ? "an " : "a ") + words;
    }

    /**
     * The shortest name for each service that tells it from the others: the simple name; where several are equal, with
     * the shortest distinguishing package, or module where the packages are equal too.
     */
    static Map<Service, String> labels(List<Service> services) {
        Map<Service, String> labels = new LinkedHashMap<>();
        for (Service service : services) {
            List<Service> twins = services.stream()
                    .filter(other ->
                            !other.equals(service) && simple(other.name()).equals(simple(service.name())))
                    .toList();
            labels.put(service, twins.isEmpty() ? simple(service.name()) : distinguished(service, twins));
        }
        return labels;
    }

    private static String distinguished(Service service, List<Service> twins) {
        if (twins.stream().anyMatch(twin -> twin.name().equals(service.name()))) {
            return simple(service.name()) + " (" + service.module() + ")";
        }
        List<String> parts = new ArrayList<>(List.of(service.name().split("\\.")));
        for (int from = parts.size() - 2; from >= 0; from--) {
            String label = String.join(".", parts.subList(from, parts.size()));
            if (twins.stream().noneMatch(twin -> ("." + twin.name()).endsWith("." + label))) {
                return label.replace('$', '.');
            }
        }
        return service.name().replace('$', '.');
    }
}
