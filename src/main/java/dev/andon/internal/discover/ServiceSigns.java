package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The signs by which frameworks mark a service, and those that say it is none. All by name: no framework is loaded. */
final class ServiceSigns {

    private static final Set<String> SPRING_CONTROLLERS = Set.of(
            "org.springframework.web.bind.annotation.RestController", "org.springframework.stereotype.Controller");
    private static final Set<String> LISTENERS = Set.of(
            "org.springframework.kafka.annotation.KafkaListener",
            "org.springframework.kafka.annotation.KafkaListeners",
            "io.micronaut.configuration.kafka.annotation.KafkaListener",
            "org.springframework.amqp.rabbit.annotation.RabbitListener",
            "org.springframework.amqp.rabbit.annotation.RabbitListeners",
            "io.micronaut.rabbitmq.annotation.RabbitListener",
            "org.springframework.jms.annotation.JmsListener",
            "org.springframework.jms.annotation.JmsListeners",
            "io.micronaut.jms.annotations.JMSListener",
            "io.awspring.cloud.sqs.annotation.SqsListener",
            "io.awspring.cloud.messaging.listener.annotation.SqsListener",
            "org.springframework.cloud.aws.messaging.listener.annotation.SqsListener",
            "org.springframework.pulsar.annotation.PulsarListener",
            "org.eclipse.microprofile.reactive.messaging.Incoming",
            "org.eclipse.microprofile.reactive.messaging.Incomings",
            "io.smallrye.reactive.messaging.annotations.Incomings",
            "jakarta.ejb.MessageDriven",
            "javax.ejb.MessageDriven");
    private static final Set<String> ADVICE = Set.of(
            "org.springframework.web.bind.annotation.ControllerAdvice",
            "org.springframework.web.bind.annotation.RestControllerAdvice");
    private static final Set<String> ERROR_CONTROLLERS = Set.of(
            "org.springframework.boot.web.servlet.error.ErrorController",
            "org.springframework.boot.webmvc.error.ErrorController",
            "org.springframework.boot.autoconfigure.web.ErrorController");
    private static final Set<String> SCOPES = Set.of(
            "jakarta.enterprise.context.ApplicationScoped",
            "javax.enterprise.context.ApplicationScoped",
            "jakarta.enterprise.context.RequestScoped",
            "javax.enterprise.context.RequestScoped",
            "jakarta.inject.Singleton",
            "javax.inject.Singleton",
            "jakarta.ejb.Stateless",
            "javax.ejb.Stateless");
    private static final Set<String> NEVER_INNER = Set.of(
            "org.springframework.context.annotation.Configuration",
            "org.springframework.stereotype.Repository",
            "org.mapstruct.Mapper");
    private static final Set<String> FILTERS = Set.of(
            "jakarta.servlet.Filter",
            "javax.servlet.Filter",
            "org.springframework.web.server.WebFilter",
            "org.springframework.web.filter.GenericFilterBean",
            "org.springframework.web.filter.OncePerRequestFilter",
            "jakarta.ws.rs.container.ContainerRequestFilter",
            "javax.ws.rs.container.ContainerRequestFilter",
            "jakarta.ws.rs.container.ContainerResponseFilter",
            "javax.ws.rs.container.ContainerResponseFilter");
    private static final String REST_CLIENT = "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

    private final Classes classes;
    private final MappingRoutes mappings;

    ServiceSigns(Classes classes, MappingRoutes mappings) {
        this.classes = classes;
        this.mappings = mappings;
    }

    /** Returns the sign by which the world enters at this class, if any. */
    Optional<String> entry(ClassFacts facts) {
        Set<String> annotations = annotations(facts);
        if (annotations.stream().anyMatch(ADVICE::contains) || classes.isA(facts.name(), ERROR_CONTROLLERS)) {
            return Optional.empty();
        }
        return Stream.of(
                        springController(facts, annotations),
                        jaxRs(facts),
                        grpc(facts, annotations),
                        listener(facts),
                        other(facts, annotations))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> springController(ClassFacts facts, Set<String> annotations) {
        if (annotations.contains("org.springframework.web.bind.annotation.RestController")) {
            return Optional.of("@RestController");
        }
        boolean controller = annotations.stream().anyMatch(SPRING_CONTROLLERS::contains);
        return controller && mappings.hasMappings(facts) ? Optional.of("@Controller with mappings") : Optional.empty();
    }

    private Optional<String> jaxRs(ClassFacts facts) {
        List<ClassFacts> paths = classes.hierarchy(facts).stream()
                .filter(type -> has(type, annotation -> MappingRoutes.isJaxRs(annotation, "Path")))
                .toList();
        boolean client = classes.hierarchy(facts).stream().anyMatch(type -> has(type, REST_CLIENT::equals));
        return paths.isEmpty() || client
                ? Optional.empty()
                : Optional.of(
                        paths.contains(facts)
                                ? "@Path"
                                : "@Path on " + Classes.simpleName(paths.get(0).name()));
    }

    private boolean has(ClassFacts type, java.util.function.Predicate<String> annotation) {
        return type.annotations().stream().anyMatch(written -> annotation.test(written.type()));
    }

    private Optional<String> grpc(ClassFacts facts, Set<String> annotations) {
        boolean service = classes.isA(facts.name(), Set.of("io.grpc.BindableService"))
                || annotations.stream()
                        .anyMatch(type -> Classes.simpleName(type).equals("GrpcService"))
                || grpcBase(facts).isPresent();
        return service ? Optional.of("gRPC service") : Optional.empty();
    }

    /** Returns the generated outer class of the gRPC base class that this class extends, if any. */
    Optional<String> grpcBase(ClassFacts facts) {
        return Stream.concat(Stream.ofNullable(facts.superName()), classes.index().superTypes(facts.name()).stream())
                .filter(type -> type.endsWith("ImplBase") && type.indexOf('$') > 0)
                .map(type -> type.substring(0, type.indexOf('$')))
                .findFirst();
    }

    private Optional<String> listener(ClassFacts facts) {
        for (ClassFacts type : classes.hierarchy(facts)) {
            Stream<String> written = Stream.concat(
                    classes.index().annotationTypes(type.annotations()).stream(),
                    type.methods().stream().flatMap(method -> annotations(method).stream()));
            Optional<String> found = written.filter(LISTENERS::contains).findFirst();
            if (found.isPresent()) {
                return Optional.of("@" + Classes.simpleName(found.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> other(ClassFacts facts, Set<String> annotations) {
        if (annotations.contains("io.micronaut.http.annotation.Controller")) {
            return Optional.of("@Controller");
        }
        if (annotations.contains("jakarta.servlet.annotation.WebServlet")
                || annotations.contains("javax.servlet.annotation.WebServlet")) {
            return Optional.of("@WebServlet");
        }
        return classes.isA(facts.name(), Set.of("io.javalin.http.Handler", "io.javalin.apibuilder.CrudHandler"))
                ? Optional.of("Javalin handler")
                : Optional.empty();
    }

    /** Returns the sign by which this class is a component behind an entry point, if any. */
    Optional<String> inner(ClassFacts facts) {
        Set<String> annotations = annotations(facts);
        if (annotations.stream().anyMatch(NEVER_INNER::contains)
                || annotations.stream().anyMatch(ADVICE::contains)
                || classes.isA(facts.name(), FILTERS)) {
            return Optional.empty();
        }
        if (annotations.contains("org.springframework.stereotype.Service")) {
            return Optional.of("@Service");
        }
        boolean named = facts.name().endsWith("Service") || facts.name().endsWith("ServiceImpl");
        return annotations.stream()
                .filter(type -> named && SCOPES.contains(type))
                .map(type -> "@" + Classes.simpleName(type))
                .findFirst();
    }

    /** Returns whether a generator wrote the class, or the class around it. */
    boolean isGenerated(ClassFacts facts) {
        boolean marked = facts.annotations().stream()
                .anyMatch(annotation -> Classes.simpleName(annotation.type()).endsWith("Generated"));
        boolean protobuf = classes.index().superTypes(facts.name()).stream()
                .anyMatch(type -> type.startsWith("com.google.protobuf.Generated"));
        return marked
                || protobuf
                || (facts.outer() != null
                        && classes.index()
                                .find(facts.outer())
                                .filter(this::isGenerated)
                                .isPresent());
    }

    /** Returns the names of the class's annotations, those upon them, and those of its supertypes. */
    Set<String> annotations(ClassFacts facts) {
        return classes.hierarchy(facts).stream()
                .flatMap(type -> classes.index().annotationTypes(type.annotations()).stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private Set<String> annotations(MethodFacts method) {
        return method.annotations().isEmpty() ? Set.of() : classes.index().annotationTypes(method.annotations());
    }
}
