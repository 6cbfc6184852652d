package dev.andon.internal.evidence.links;

import dev.andon.internal.discover.Service;
import dev.andon.internal.frameworks.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the services whose routes match a request: by whole templates only, the most specific of several. */
final class RouteMatch {

    private final List<Service> services;

    RouteMatch(List<Service> services) {
        this.services = services;
    }

    /** A route that matches a request. */
    record Reached(Service service, Route route, int literal) {}

    List<Reached> of(Request request, Set<UrlPath> bases, String module) {
        List<Reached> reached = new ArrayList<>();
        for (Service service : services) {
            for (Route route : service.routes()) {
                if (route.isPath() && isVerb(request, route)) {
                    int literal = literal(request.path(), route.template(), bases);
                    if (literal >= 0) {
                        reached.add(new Reached(service, route, literal));
                    }
                }
            }
        }
        List<Reached> candidates = near(reached, module);
        int best = candidates.stream().mapToInt(Reached::literal).max().orElse(0);
        return candidates.stream().filter(one -> one.literal() == best).toList();
    }

    /** Returns the services that handle an operation which has no path. */
    List<Reached> ofOperation(Route operation, String module) {
        List<Reached> reached = services.stream()
                .filter(service -> service.routes().contains(operation))
                .map(service -> new Reached(service, operation, 0))
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

    private static boolean isVerb(Request request, Route route) {
        String verb = request.verb();
        return verb == null
                || route.verb().equals("*")
                || route.verb().equals(verb)
                || (verb.equals("HEAD") && route.verb().equals("GET"))
                || verb.equals("OPTIONS");
    }

    private static int literal(UrlPath path, String template, Set<UrlPath> bases) {
        int whole = path.matches(template);
        if (whole >= 0) {
            return whole;
        }
        int best = -1;
        for (UrlPath base : bases) {
            best = Math.max(best, path.below(base).matches(template));
        }
        int longer = path.segments().size() - UrlPath.parts(template).size();
        if (longer > 0) {
            boolean known = path.isPlainPrefix(longer)
                    || bases.stream().anyMatch(base -> base.segments()
                            .equals(path.segments().subList(0, longer)));
            int suffix = path.without(longer).matches(template);
            // A template that consists of variables would match the end of any path.
            best = Math.max(best, known && suffix > 0 ? suffix : -1);
        }
        return best;
    }
}
