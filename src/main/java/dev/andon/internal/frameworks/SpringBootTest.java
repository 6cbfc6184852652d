package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.AnnotationFacts.EnumName;
import dev.andon.internal.frameworks.TestSetup.Scale;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tests that start a Spring Boot application, or a slice of one. */
final class SpringBootTest implements Framework {

    private static final String TEST = "org.springframework.boot.test.context.SpringBootTest";

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return wholeContext(test).or(() -> startedByCode(test)).or(() -> slice(test));
    }

    private static Optional<TestSetup> wholeContext(TestUse test) {
        if (test.annotation(TEST::equals).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> port = webEnvironment(test.annotations()).filter(name -> name.endsWith("_PORT"));
        if (port.isPresent()) {
            return TestSetup.integration(Scale.APPLICATION, "@SpringBootTest(webEnvironment=" + port.get() + ")");
        }
        return TestSetup.integration(Scale.APPLICATION, "@SpringBootTest");
    }

    /** A composed annotation may pass the environment on under another name, so it is recognised by its type. */
    private static Optional<String> webEnvironment(List<AnnotationFacts> annotations) {
        return annotations.stream()
                .flatMap(annotation -> annotation.values().values().stream())
                .filter(EnumName.class::isInstance)
                .map(EnumName.class::cast)
                .filter(name -> name.type().equals(TEST + "$WebEnvironment"))
                .map(EnumName::constant)
                .findFirst();
    }

    private static Optional<TestSetup> startedByCode(TestUse test) {
        boolean started = test.calls("org.springframework.boot.SpringApplication", "run")
                || test.calls("org.springframework.boot.builder.SpringApplicationBuilder", "run");
        return started
                ? TestSetup.integration(Scale.SERVER, "starts the application with SpringApplication.run")
                : Optional.empty();
    }

    private static Optional<TestSetup> slice(TestUse test) {
        return test.annotation(type ->
                        type.startsWith("org.springframework.boot.") && type.endsWith("Test") && !type.equals(TEST))
                .map(annotation -> TestSetup.slice("@" + ClassNames.simpleName(annotation.type())));
    }

    @Override
    public List<String> testPackages() {
        return List.of("org.springframework.boot.test.");
    }

    @Override
    public Set<String> controllerSlices() {
        return Set.of(
                "org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest",
                "org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest",
                "org.springframework.boot.test.autoconfigure.web.reactive.WebFluxTest",
                "org.springframework.boot.webflux.test.autoconfigure.WebFluxTest");
    }

    @Override
    public Set<String> sliceAdditions() {
        return Set.of("Import", "ContextConfiguration", "ComponentScan", "SpringBootTest");
    }

    @Override
    public Set<String> applicationTestAnnotations() {
        return Set.of(TEST);
    }

    @Override
    public Set<String> applicationAnnotations() {
        return Set.of(
                "org.springframework.boot.autoconfigure.SpringBootApplication",
                "org.springframework.boot.SpringBootConfiguration");
    }
}
