package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import java.util.List;

/** Spring's message mappings, on controllers of STOMP over WebSocket and of RSocket, and the clients that call them. */
final class SpringMessaging implements Framework {

    private static final String PACKAGE = "org.springframework.messaging.";

    @Override
    public boolean isMapping(String annotation) {
        return annotation.startsWith(PACKAGE) && annotation.endsWith("Mapping");
    }

    @Override
    public List<String> mappedDestinations(ClassFacts type) {
        List<String> prefixes = values(type.annotations());
        return type.methods().stream()
                .filter(method -> method.annotations().stream().anyMatch(each -> isMapping(each.type())))
                .flatMap(method -> values(method.annotations()).stream())
                .flatMap(value -> prefixes.stream().map(prefix -> prefix + "/" + value))
                .toList();
    }

    private List<String> values(List<AnnotationFacts> annotations) {
        List<String> values = annotations.stream()
                .filter(annotation -> isMapping(annotation.type()))
                .flatMap(annotation -> annotation.each("value"))
                .map(String::valueOf)
                .toList();
        return values.isEmpty() ? List.of("") : values;
    }

    /** The prefix of an application, such as {@code /app}, is set in code; to {@code /topic} the broker itself answers. */
    @Override
    public List<MessageSender> messageSenders() {
        return List.of(
                MessageSender.mapped(
                        "org\\.springframework\\.messaging\\.simp\\.stomp\\.\\w*StompSession",
                        "send",
                        ".*[.]MessageMapping",
                        "(?!topic$|queue$|user$|exchange$).*"),
                MessageSender.mapped(
                        "org\\.springframework\\.messaging\\.simp\\.stomp\\.\\w*StompSession",
                        "subscribe",
                        ".*[.]SubscribeMapping",
                        "(?!topic$|queue$|user$|exchange$).*"),
                MessageSender.mapped(
                        "org\\.springframework\\.messaging\\.rsocket\\.RSocketRequester",
                        "route",
                        ".*[.](Message|Connect)Mapping",
                        ""));
    }
}
