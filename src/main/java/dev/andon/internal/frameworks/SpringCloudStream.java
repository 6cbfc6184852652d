package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Spring Cloud Stream and Spring Cloud Function: beans of functions are bound to destinations by their names. */
final class SpringCloudStream implements Framework {

    private static final Set<String> FUNCTIONS = Set.of(
            "java.util.function.Function",
            "java.util.function.Consumer",
            "java.util.function.BiFunction",
            "java.util.function.BiConsumer",
            "kotlin.jvm.functions.Function1");
    private static final String COMPONENT = "org.springframework.stereotype.Component";
    private static final String BEAN = "org.springframework.context.annotation.Bean";

    @Override
    public List<String> functions(ClassFacts type) {
        Stream<String> beans = type.methods().stream()
                .filter(method -> FUNCTIONS.contains(MethodKey.of(method).returnType()))
                .flatMap(SpringCloudStream::names);
        String name = ClassNames.simpleName(type.name());
        Stream<String> itself = type.annotations().stream()
                .filter(annotation -> annotation.type().equals(COMPONENT)
                        && type.interfaces().stream().anyMatch(FUNCTIONS::contains))
                .flatMap(annotation ->
                        named(annotation, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)));
        return Stream.concat(beans, itself).toList();
    }

    private static Stream<String> names(MethodFacts method) {
        return method.annotations().stream()
                .filter(annotation -> annotation.type().equals(BEAN))
                .flatMap(annotation -> named(annotation, method.name()));
    }

    private static Stream<String> named(AnnotationFacts bean, String otherwise) {
        List<String> names = Stream.of("value", "name")
                .flatMap(bean::each)
                .map(String::valueOf)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty() ? Stream.of(otherwise) : names.stream();
    }

    /** The first input of a function: further ones are those of several streams, whose destinations are named. */
    @Override
    public List<String> functionDestinations(String function) {
        return List.of(function, function + "-in-0", function + "-in-1");
    }

    @Override
    public List<String> destinationSettings(String channel) {
        return List.of("spring.cloud.stream.bindings." + channel + ".destination");
    }

    @Override
    public List<MessageSender> messageSenders() {
        return List.of(
                MessageSender.direct(
                        "org\\.springframework\\.cloud\\.stream\\.binder\\.test\\.InputDestination",
                        "send",
                        MessageSender.FUNCTION),
                MessageSender.bound(
                        "org\\.springframework\\.(messaging|integration)\\..*Channel", "send", MessageSender.FUNCTION),
                MessageSender.direct(
                        "org\\.springframework\\.cloud\\.function\\.context\\..*FunctionCatalog",
                        "lookup",
                        MessageSender.FUNCTION));
    }
}
