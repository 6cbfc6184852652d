package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.text.ClassNames;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spring's components behind the entry points. */
final class SpringComponents implements Framework {

    private static final String CONTEXT = "org.springframework.context.annotation.";
    private static final String ACTIVE = "org.springframework.test.context.ActiveProfiles";

    private static final Set<String> SCANNED = Set.of(
            CONTEXT + "Configuration",
            "org.springframework.stereotype.Component",
            "org.springframework.stereotype.Controller",
            "org.springframework.stereotype.Repository",
            "org.springframework.stereotype.Service",
            "org.springframework.web.bind.annotation.RestController");

    private static final Set<String> NOT_JUDGED =
            Set.of(CONTEXT + "Configuration", "org.springframework.stereotype.Repository");

    private static final Set<String> CONVERTERS = Set.of(
            "org.springframework.core.convert.converter.Converter",
            "org.springframework.hateoas.server.RepresentationModelAssembler");

    @Override
    public Optional<String> component(ClassView type) {
        return type.annotations().contains("org.springframework.stereotype.Service")
                ? Optional.of("@Service")
                : Optional.empty();
    }

    /** Mappers between types are no services, although many bear {@code @Service}. */
    @Override
    public boolean isNotComponent(ClassView type) {
        return type.isAnnotated(NOT_JUDGED)
                || type.isA(CONVERTERS)
                || ClassNames.simpleName(type.facts().name()).matches(".*Mapper(Impl)?");
    }

    @Override
    public boolean putsInPlace(AnnotationFacts annotation) {
        return annotation.type().equals(CONTEXT + "Primary");
    }

    /** Of a test's configuration that the application scans, each bean of a mock replaces the bean of that type. */
    @Override
    public boolean isFoundByApplication(AnnotationFacts annotation) {
        return annotation.type().equals(CONTEXT + "Configuration");
    }

    @Override
    public boolean isEntryAmongTests(AnnotationFacts annotation) {
        return SCANNED.contains(annotation.type());
    }

    @Override
    public boolean scansPackages(AnnotationFacts annotation) {
        return SCANNED.contains(annotation.type());
    }

    @Override
    public BeanPresence presence(List<AnnotationFacts> bean, boolean withinTest, BeanPresence.In test) {
        Set<String> types = bean.stream().map(AnnotationFacts::type).collect(Collectors.toSet());
        boolean component = types.stream().anyMatch(SCANNED::contains);
        if (component || types.contains(CONTEXT + "Primary")) {
            // What is a part of a test class is left out of the scan, and of use to that test alone.
            boolean scanned = component && !withinTest;
            if (!scanned) {
                return BeanPresence.NO;
            }
        }
        return condition(bean, test);
    }

    @Override
    public BeanPresence condition(List<AnnotationFacts> bean, BeanPresence.In test) {
        boolean conditional = bean.stream()
                .anyMatch(annotation -> ClassNames.simpleName(annotation.type()).startsWith("Conditional"));
        return inProfiles(bean, test).and(conditional ? BeanPresence.UNKNOWN : BeanPresence.YES);
    }

    private static BeanPresence inProfiles(List<AnnotationFacts> bean, BeanPresence.In test) {
        List<String> profiles = bean.stream()
                .filter(annotation -> annotation.type().equals(CONTEXT + "Profile"))
                .flatMap(annotation -> annotation.each("value"))
                .map(String::valueOf)
                .toList();
        if (profiles.isEmpty()) {
            return BeanPresence.YES;
        }
        if (profiles.stream().anyMatch(profile -> profile.matches(".+[!&|( ].*|[( ].*"))) {
            return BeanPresence.UNKNOWN;
        }
        Set<String> active = new LinkedHashSet<>();
        Stream.of("value", "profiles")
                .forEach(attribute -> test.texts(ACTIVE, attribute).forEach(active::add));
        Set<String> perhaps = new LinkedHashSet<>(Set.of("default"));
        test.settings()
                .apply("spring.profiles.active")
                .forEach(listed -> perhaps.addAll(List.of(listed.split("[, ]+"))));
        return profiles.stream()
                .map(profile -> inProfile(profile, active, perhaps))
                .min(Comparator.naturalOrder())
                .orElse(BeanPresence.YES);
    }

    /** The settings are those of the whole module: of other tests too, so that they do not decide. */
    private static BeanPresence inProfile(String profile, Set<String> active, Set<String> perhaps) {
        boolean negated = profile.startsWith("!");
        String name = negated ? profile.substring(1) : profile;
        return active.contains(name) || !perhaps.contains(name)
                ? BeanPresence.of(active.contains(name) != negated)
                : BeanPresence.UNKNOWN;
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
    public Set<String> beanAnnotations() {
        return Set.of("org.springframework.context.annotation.Bean");
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
