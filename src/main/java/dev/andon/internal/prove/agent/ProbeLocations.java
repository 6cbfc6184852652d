package dev.andon.internal.prove.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where probes are: one in each method, which several services may inherit. A call belongs to the service whose object it is
 * made on. A location has the number of the first of its methods.
 */
final class ProbeLocations {

    /** A call on an object of none of the services. */
    static final int NOBODY = -1;

    private final List<Map<String, Integer>> services = new ArrayList<>();
    private final List<Map<Class<?>, Integer>> resolved = new ArrayList<>();
    private final Map<String, Map<String, Integer>> byClass = new HashMap<>();

    ProbeLocations(List<ProbedMethod> methods) {
        for (int i = 0; i < methods.size(); i++) {
            ProbedMethod method = methods.get(i);
            services.add(new HashMap<>());
            resolved.add(new ConcurrentHashMap<>());
            int location = byClass.computeIfAbsent(method.className(), name -> new HashMap<>())
                    .computeIfAbsent(method.signature(), signature -> services.size() - 1);
            services.get(location).putIfAbsent(method.service(), i);
        }
    }

    /** Returns the locations in a class, by name and descriptor of the method; empty where it has none. */
    Map<String, Integer> in(String className) {
        return byClass.getOrDefault(className, Map.of());
    }

    /** Returns the numbers of the methods at a location. */
    List<Integer> methodsAt(int location) {
        return List.copyOf(services.get(location).values());
    }

    /** Returns the number of the method that a call of it on that object belongs to. */
    int method(@Nullable Object self, int location) {
        return self == null
                ? location
                : resolved.get(location)
                        .computeIfAbsent(self.getClass(), type -> resolve(type, services.get(location)));
    }

    /** The nearest one up the hierarchy: a proxy is an object of a subclass. */
    private static int resolve(Class<?> type, Map<String, Integer> services) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            Integer found = services.get(at.getName());
            if (found == null) {
                found = ofInterfaces(at, services);
            }
            if (found != null) {
                return found;
            }
        }
        return NOBODY;
    }

    private static @Nullable Integer ofInterfaces(Class<?> type, Map<String, Integer> services) {
        for (Class<?> implemented : type.getInterfaces()) {
            Integer found = services.get(implemented.getName());
            if (found == null) {
                found = ofInterfaces(implemented, services);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
