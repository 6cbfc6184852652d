package dev.andon.internal.frameworks;

import java.util.Optional;
import java.util.Set;

/** Spring's components behind the entry points. */
final class SpringComponents implements Framework {

    private static final Set<String> NOT_JUDGED =
            Set.of("org.springframework.context.annotation.Configuration", "org.springframework.stereotype.Repository");

    @Override
    public Optional<String> component(ClassView type) {
        return type.annotations().contains("org.springframework.stereotype.Service")
                ? Optional.of("@Service")
                : Optional.empty();
    }

    @Override
    public boolean isNotComponent(ClassView type) {
        return type.isAnnotated(NOT_JUDGED);
    }
}
