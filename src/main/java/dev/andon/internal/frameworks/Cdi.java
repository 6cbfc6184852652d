package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Beans of CDI, of dependency injection and of EJB: those named {@code *Service} or {@code *ServiceImpl} are components. */
final class Cdi implements Framework {

    private static final String INJECT = "(jakarta|javax)\\.enterprise\\.inject\\.";

    private static final Set<String> SCOPES = Set.of(
            "jakarta.enterprise.context.ApplicationScoped",
            "javax.enterprise.context.ApplicationScoped",
            "jakarta.enterprise.context.RequestScoped",
            "javax.enterprise.context.RequestScoped",
            "jakarta.inject.Singleton",
            "javax.inject.Singleton",
            "jakarta.ejb.Stateless",
            "javax.ejb.Stateless");

    @Override
    public Optional<String> component(ClassView type) {
        String name = type.facts().name();
        if (!name.endsWith("Service") && !name.endsWith("ServiceImpl")) {
            return Optional.empty();
        }
        return type.annotations().stream()
                .filter(SCOPES::contains)
                .map(scope -> "@" + ClassNames.simpleName(scope))
                .findFirst();
    }

    @Override
    public boolean putsInPlace(AnnotationFacts annotation) {
        return annotation.type().matches(INJECT + "(Alternative|Specializes)");
    }

    /** An alternative without a priority is there only where something selects it. */
    @Override
    public BeanPresence condition(List<AnnotationFacts> bean, BeanPresence.In test) {
        boolean selected = bean.stream()
                        .noneMatch(annotation -> annotation.type().matches(INJECT + "Alternative"))
                || bean.stream().anyMatch(annotation -> annotation
                        .type()
                        .matches("(jakarta|javax)\\.annotation\\.Priority|io\\.quarkus\\.arc\\.AlternativePriority"));
        return selected ? BeanPresence.YES : BeanPresence.UNKNOWN;
    }

    @Override
    public Set<String> beanAnnotations() {
        // JAX-RS has an annotation of the same simple name, for the type of a response.
        return Set.of("jakarta.enterprise.inject.Produces", "javax.enterprise.inject.Produces");
    }

    @Override
    public Set<String> startAnnotations() {
        return Set.of("PostConstruct", "PreDestroy");
    }
}
