package dev.andon.internal.evidence.links;

import dev.andon.internal.discover.PathPrefixes;
import dev.andon.internal.discover.Service;
import dev.andon.internal.frameworks.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the services whose routes match a request: by whole templates only, the most specific of several. */
final class RouteMatch {

    private final List<Service> services;
    private final PathPrefixes configured;
    private final Map<String, List<List<String>>> prefixes = new HashMap<>();

    RouteMatch(List<Service> services, PathPrefixes configured) {
        this.services = services;
        this.configured = configured;
    }

    /**
     * A route that matches a request.
     *
     * @param literal how many segments of the template are literal
     * @param certain whether the code shows enough of the path to know
     */
    record Reached(Service service, Route route, int literal, boolean certain) {
        Reached unclear() {
            return new Reached(service, route, literal, false);
        }
    }

    /** Returns the routes that match; where the code shows too little of the path to know, those that may. */
    List<Reached> of(Request request, String module) {
        List<Reached> reached = new ArrayList<>();
        List<Reached> possible = new ArrayList<>();
        for (Service service : services) {
            for (Route route : service.routes()) {
                if (route.isPath() && isVerb(request, route)) {
                    int literal = literal(request.path(), route.template(), service.module());
                    if (literal >= 0) {
                        reached.add(new Reached(service, route, literal, true));
                    } else if (may(request.path(), route.template(), service.module())) {
                        possible.add(new Reached(service, route, 0, false));
                    }
                }
            }
        }
        List<Reached> candidates = near(reached.isEmpty() ? possible : reached, module);
        int best = candidates.stream().mapToInt(Reached::literal).max().orElse(0);
        return candidates.stream().filter(one -> one.literal() == best).toList();
    }

    /** Returns the services that handle an operation which has no path. */
    List<Reached> ofOperation(Route operation, String module) {
        List<Reached> reached = services.stream()
                .filter(service -> service.routes().contains(operation))
                .map(service -> new Reached(service, operation, 0, true))
                .toList();
        return near(reached, module);
    }

    /** If services of several modules match, those of the test's own module are preferred. */
    private static List<Reached> near(List<Reached> reached, String module) {
        boolean near = reached.stream().anyMatch(one -> one.service().module().equals(module));
        return reached.stream()
                .filter(one -> !near || one.service().module().equals(module))
                .toList();
    }

    /** A route of GET answers HEAD by its own code; OPTIONS is answered by the framework, if no route asks for it. */
    private static boolean isVerb(Request request, Route route) {
        String verb = request.verb();
        return verb == null
                || route.verb().equals("*")
                || route.verb().equals(verb)
                || (verb.equals("HEAD") && route.verb().equals("GET"));
    }

    private int literal(UrlPath path, String template, String module) {
        int best = -1;
        for (String filled : configured.filled(module, template)) {
            best = Math.max(best, path.matches(filled));
            for (List<String> prefix : prefixes(module)) {
                if (path.startsWith(prefix)) {
                    best = Math.max(best, path.without(prefix.size()).matches(filled));
                }
            }
        }
        return best;
    }

    /** Also a prefix of which neither code nor configuration of the module knows may stand before the route. */
    private boolean may(UrlPath path, String template, String module) {
        List<String> filled = configured.filled(module, template);
        if (filled.isEmpty()) {
            return endsWith(path, template.replaceFirst("^/*\\$\\{[^}]*}", ""));
        }
        return filled.stream()
                .anyMatch(known -> path.mayMatch(known)
                        || prefixes(module).stream()
                                .anyMatch(prefix -> path.startsWith(prefix)
                                        && path.without(prefix.size()).mayMatch(known))
                        || (path.host() == UrlPath.Host.OWN && endsWith(path, known)));
    }

    /** A template that consists of variables would match the end of any path. */
    private static boolean endsWith(UrlPath path, String template) {
        int longer = path.segments().size() - UrlPath.parts(template).size();
        return longer > 0 && path.without(longer).matches(template) > 0;
    }

    private List<List<String>> prefixes(String module) {
        return prefixes.computeIfAbsent(module, configured::of);
    }
}
