package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Quarkus' tests, and its gRPC services. */
final class Quarkus implements Framework {

    private static final String MUTINY_SERVICE = "io.quarkus.grpc.MutinyService";

    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return test.annotation(type -> type.startsWith("io.quarkus.test.junit.Quarkus")
                        || type.equals("io.quarkus.test.junit.main.QuarkusMainTest"))
                .map(TestSetup::application)
                .or(() -> test.annotation("io.quarkus.test.component.QuarkusComponentTest"::equals)
                        .map(annotation -> TestSetup.slice("@QuarkusComponentTest")));
    }

    @Override
    public boolean runsServiceElsewhere(TestUse test) {
        return test.annotation("io.quarkus.test.junit.QuarkusIntegrationTest"::equals)
                .isPresent();
    }

    @Override
    public Set<String> applicationTestAnnotations() {
        return Set.of("io.quarkus.test.junit.QuarkusTest");
    }

    @Override
    public Optional<String> ownAddress(AnnotationFacts annotation) {
        return annotation.type().equals("io.quarkus.test.common.http.TestHTTPResource")
                ? Optional.of("http://localhost/"
                        + String.valueOf(annotation.value("value").orElse("")).replaceFirst("^/+", ""))
                : Optional.empty();
    }

    /** The address of the management interface is that of other endpoints. */
    @Override
    public boolean isOtherAddress(AnnotationFacts annotation) {
        return annotation.type().equals("io.quarkus.test.common.http.TestHTTPResource")
                && annotation.value("management").orElse(false).equals(true);
    }

    @Override
    public Optional<String> testedEndpoint(AnnotationFacts annotation) {
        return annotation.type().equals("io.quarkus.test.common.http.TestHTTPEndpoint")
                ? annotation
                        .each("value", AnnotationFacts.TypeName.class)
                        .map(AnnotationFacts.TypeName::name)
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public Set<String> prefixProperties() {
        return Set.of(
                "quarkus.http.root-path", "quarkus.rest.path", "quarkus.resteasy.path", "quarkus.servlet.context-path");
    }

    @Override
    public boolean putsInPlace(AnnotationFacts annotation) {
        return annotation.type().equals("io.quarkus.test.Mock");
    }

    /** The classes of the tests belong to the application that {@code @QuarkusTest} starts. */
    @Override
    public boolean isEntryAmongTests(AnnotationFacts annotation) {
        return annotation.type().matches("(jakarta|javax)\\.ws\\.rs\\.Path");
    }

    @Override
    public BeanPresence condition(List<AnnotationFacts> bean, BeanPresence.In test) {
        return bean.stream()
                        .anyMatch(annotation -> annotation.type().startsWith("io.quarkus.arc.prof")
                                || annotation.type().startsWith("io.quarkus.arc.properties."))
                ? BeanPresence.UNKNOWN
                : BeanPresence.YES;
    }

    @Override
    public boolean replacesBean(Call call) {
        return call.owner().equals("io.quarkus.test.junit.QuarkusMock")
                && call.name().startsWith("installMockFor");
    }

    /** A gRPC service implements a generated interface, which stands for the class that gRPC itself generates. */
    @Override
    public List<String> entryTypes(ClassView type) {
        return type.superTypes().contains(MUTINY_SERVICE)
                ? type.hierarchy().stream()
                        .flatMap(each -> each.interfaces().stream())
                        .filter(name -> !name.startsWith("io.quarkus."))
                        .map(name -> name + "Grpc")
                        .distinct()
                        .toList()
                : List.of();
    }

    @Override
    public Optional<String> contractOf(ClassFacts type) {
        return type.isInterface() && type.interfaces().contains(MUTINY_SERVICE)
                ? Optional.of(type.name() + "Grpc")
                : Optional.empty();
    }

    @Override
    public boolean isGeneratedBase(String superType) {
        return superType.equals("io.quarkus.grpc.MutinyBean") || superType.equals("io.quarkus.grpc.MutinyClient");
    }

    /** Mutiny's. */
    @Override
    public Set<String> deferredTypes() {
        return Set.of("io.smallrye.mutiny.Uni", "io.smallrye.mutiny.Multi");
    }
}
