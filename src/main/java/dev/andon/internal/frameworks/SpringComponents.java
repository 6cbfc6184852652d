package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Map;
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

    @Override
    public List<String> productionPackages() {
        return List.of(
                "org.springframework.util.",
                "org.springframework.core.",
                "org.springframework.security.",
                "org.springframework.data.",
                "org.springframework.web.");
    }

    @Override
    public Set<String> timerAnnotations() {
        return Set.of("EventListener", "TransactionalEventListener", "Scheduled");
    }

    @Override
    public Map<String, Set<String>> startCallbacks() {
        return Map.of(
                "CommandLineRunner", Set.of("run"),
                "ApplicationRunner", Set.of("run"),
                "InitializingBean", Set.of("afterPropertiesSet"),
                "DisposableBean", Set.of("destroy"),
                "SmartLifecycle", Set.of("start", "stop", "isRunning", "isAutoStartup", "getPhase"),
                "Lifecycle", Set.of("start", "stop", "isRunning"));
    }

    @Override
    public Map<String, Set<String>> eventCallbacks() {
        return Map.of("ApplicationListener", Set.of("onApplicationEvent"));
    }
}
