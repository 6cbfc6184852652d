package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.frameworks.EntryPointSign.By;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells by which name of a library a class looks like an entry point: by what the frameworks know, else by the shape of the
 * name, so that a framework that Andon does not know is not passed over in silence.
 */
public final class EntryPointSigns {

    private static final Map<By, List<EntryPointSign>> KNOWN =
            Frameworks.union(Framework::entryPointSigns).stream().collect(Collectors.groupingBy(EntryPointSign::by));
    private static final Set<String> PROVIDERS = Set.of(
            "org.springframework.context.annotation.Bean",
            "jakarta.enterprise.inject.Produces",
            "javax.enterprise.inject.Produces");

    private static final Set<String> COMPONENT = Set.of("org.springframework.stereotype.Component");

    private EntryPointSigns() {}

    /** Returns what the declaration of a class that can be instantiated looks like. */
    public static Optional<String> of(ClassView type) {
        Set<String> written = type.writtenAnnotations();
        return known(By.ANNOTATION, Stream.concat(type.annotations().stream(), written.stream()))
                .or(() -> known(By.TYPE, type.superTypes().stream()))
                .or(() -> bean(type))
                .or(() -> Frameworks.first(Framework::looksLikeEntryPoint, type))
                .or(() -> written.stream()
                        .filter(name -> !type.isOfBuild(name))
                        .filter(EntryPointShapes::isAnnotation)
                        .map(EntryPointSigns::annotation)
                        .findFirst())
                .or(() -> type.libraryTypes().stream()
                        .filter(EntryPointShapes::isType)
                        .map(EntryPointSigns::type)
                        .findFirst());
    }

    /** Returns what an interface looks like that the framework implements. */
    public static Optional<String> ofInterface(ClassView type) {
        return known(By.INTERFACE, type.annotations().stream());
    }

    /** Returns what a call registers. */
    public static Optional<String> of(Call call) {
        return known(By.CALL, List.of(call.owner() + "." + call.name()))
                .or(() -> EntryPointShapes.isRegistration(call)
                                && !Frameworks.any(framework -> framework.readRoute(call, new RouteScript("")))
                        ? Optional.of("call of " + ClassNames.simple(call.owner()) + "." + call.name())
                        : Optional.empty());
    }

    /** Returns whether {@link #of(Call)} may say anything of a method that the class declares. */
    public static boolean mayRegister(String owner) {
        return EntryPointShapes.mayRegister(owner)
                || KNOWN.getOrDefault(By.CALL, List.of()).stream().anyMatch(sign -> sign.mayBegin(owner + "."));
    }

    /** Beans of types that the framework calls from outside: a job, a function, an integration flow. */
    private static Optional<String> bean(ClassView type) {
        List<String> returned = type.facts().methods().stream()
                .filter(method -> type.annotationsOf(method).stream().anyMatch(PROVIDERS::contains))
                .map(EntryPointSigns::returned)
                .filter(name -> !type.isOfBuild(name))
                .toList();
        return known(By.TYPE, returned.stream())
                .or(() -> known(
                        By.BEAN,
                        type.isAnnotated(COMPONENT)
                                ? Stream.concat(returned.stream(), type.superTypes().stream())
                                : returned.stream()));
    }

    private static String returned(MethodFacts method) {
        String descriptor = method.descriptor();
        int begin = descriptor.indexOf(")L");
        return begin < 0
                ? ""
                : descriptor.substring(begin + 2, descriptor.length() - 1).replace('/', '.');
    }

    private static Optional<String> known(By by, Stream<String> names) {
        return known(by, names.distinct().toList());
    }

    private static Optional<String> known(By by, List<String> names) {
        for (EntryPointSign sign : KNOWN.getOrDefault(by, List.of())) {
            for (String name : names) {
                if (sign.matches(name)) {
                    return Optional.of(sign.words().isEmpty() ? annotation(name) : sign.words());
                }
            }
        }
        return Optional.empty();
    }

    private static String annotation(String name) {
        return "@" + ClassNames.simpleName(name);
    }

    private static String type(String name) {
        return ClassNames.simple(name) + " of " + ClassNames.packageOf(name);
    }
}
