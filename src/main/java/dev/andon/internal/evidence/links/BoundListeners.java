package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.discover.PathPrefixes;
import dev.andon.internal.discover.Service;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.MessageSender;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The services that listen to messages, and to which destinations; each is read once. */
final class BoundListeners {
    private final CodeGraph graph;
    private final PathPrefixes settings;
    private final Map<Service, Listener> known = new HashMap<>();

    BoundListeners(CodeGraph graph, PathPrefixes settings) {
        this.graph = graph;
        this.settings = settings;
    }

    /**
     * A service, which may listen.
     *
     * @param annotations the types of the annotations of its class, its methods and those above, and
     *     {@link MessageSender#FUNCTION} where it declares functions
     * @param destinations the topics, queues and channels that they name, and the templates that they map
     */
    record Listener(Set<String> annotations, Set<String> destinations) {

        /** Returns whether it listens to what such a sender sends. */
        boolean isOf(MessageSender sender) {
            return annotations.stream()
                    .anyMatch(type -> sender.listeners().matcher(type).matches());
        }
    }

    /** Returns the settings by which names are bound. */
    PathPrefixes settings() {
        return settings;
    }

    Listener of(Service service) {
        return known.computeIfAbsent(service, this::read);
    }

    private Listener read(Service service) {
        List<AnnotationFacts> annotations = graph.superClasses(service.name()).stream()
                .flatMap(facts -> Stream.concat(
                        facts.annotations().stream(),
                        facts.methods().stream().flatMap(method -> method.annotations().stream())))
                .toList();
        Set<String> types = new HashSet<>();
        Set<String> bound = new HashSet<>();
        for (Framework framework : Frameworks.ALL) {
            graph.superClasses(service.name()).stream()
                    .flatMap(facts -> framework.functions(facts).stream())
                    .flatMap(function -> framework.functionDestinations(function).stream())
                    .forEach(channel -> {
                        types.add(MessageSender.FUNCTION);
                        bind(service, channel, bound);
                    });
            graph.superClasses(service.name()).forEach(facts -> bound.addAll(framework.mappedDestinations(facts)));
        }
        for (AnnotationFacts annotation : annotations) {
            types.add(annotation.type());
            for (Framework framework : Frameworks.ALL) {
                for (String name : framework.destinations(annotation)) {
                    bind(service, name, bound);
                }
            }
        }
        return new Listener(types, bound);
    }

    /** A channel has its own name and those of the topics or queues to which the settings bind it. */
    private void bind(Service service, String channel, Set<String> bound) {
        bound.addAll(settings.resolved(service.module(), channel));
        for (Framework framework : Frameworks.ALL) {
            framework.destinationSettings(channel).forEach(key -> bound.addAll(settings.values(service.module(), key)));
        }
    }
}
