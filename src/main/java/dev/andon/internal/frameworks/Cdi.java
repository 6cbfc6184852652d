package dev.andon.internal.frameworks;

import dev.andon.internal.text.ClassNames;
import java.util.Optional;
import java.util.Set;

/** Beans of CDI, of dependency injection and of EJB: those named {@code *Service} or {@code *ServiceImpl} are components. */
final class Cdi implements Framework {

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
    public Set<String> startAnnotations() {
        return Set.of("PostConstruct", "PreDestroy");
    }
}
