package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Listeners of message brokers: Kafka, RabbitMQ, JMS, SQS, Pulsar, reactive messaging, message-driven beans. */
final class MessageListeners implements Framework {

    private static final Set<String> LISTENERS = Set.of(
            "org.springframework.kafka.annotation.KafkaListener",
            "org.springframework.kafka.annotation.KafkaListeners",
            "io.micronaut.configuration.kafka.annotation.KafkaListener",
            "org.springframework.amqp.rabbit.annotation.RabbitListener",
            "org.springframework.amqp.rabbit.annotation.RabbitListeners",
            "io.micronaut.rabbitmq.annotation.RabbitListener",
            "org.springframework.jms.annotation.JmsListener",
            "org.springframework.jms.annotation.JmsListeners",
            "io.micronaut.jms.annotations.JMSListener",
            "io.awspring.cloud.sqs.annotation.SqsListener",
            "io.awspring.cloud.messaging.listener.annotation.SqsListener",
            "org.springframework.cloud.aws.messaging.listener.annotation.SqsListener",
            "org.springframework.pulsar.annotation.PulsarListener",
            "org.eclipse.microprofile.reactive.messaging.Incoming",
            "org.eclipse.microprofile.reactive.messaging.Incomings",
            "io.smallrye.reactive.messaging.annotations.Incomings",
            "jakarta.ejb.MessageDriven",
            "javax.ejb.MessageDriven");

    private static final Set<String> NAMING = Set.of(
            "io.micronaut.configuration.kafka.annotation.Topic",
            "io.micronaut.rabbitmq.annotation.Queue",
            "io.micronaut.jms.annotations.Queue",
            "io.micronaut.jms.annotations.Topic");

    private static final String KAFKA =
            ".*[.]kafka[.].*KafkaListeners?|.*[.](Incoming|Incomings)|" + MessageSender.FUNCTION;

    @Override
    public List<MessageSender> messageSenders() {
        return List.of(
                MessageSender.direct(
                        "org\\.springframework\\.kafka\\..*(Template|Operations)", "send|sendAndReceive", KAFKA),
                MessageSender.direct("org\\.springframework\\.kafka\\..*(Template|Operations)", "sendDefault", KAFKA)
                        .byDefault("spring.kafka.template.default-topic"),
                MessageSender.direct("org\\.apache\\.kafka\\.clients\\.producer\\.(Kafka)?Producer", "send", KAFKA),
                MessageSender.bound(
                        "org\\.springframework\\.amqp\\..*(Template|Operations|TestRabbitTemplate)",
                        "(convertAndSend|send|convertSendAndReceive|sendAndReceive).*",
                        ".*RabbitListeners?"),
                MessageSender.bound(
                        "com\\.rabbitmq\\.client\\.Channel", "basicPublish", ".*(RabbitListeners?|Incomings?)"),
                // A client of operations has named its destination in an earlier call.
                MessageSender.bound(
                        "org\\.springframework\\.jms\\.core\\.JmsClient.*",
                        "(convertAndSend|send|convertSendAndReceive|sendAndReceive).*",
                        ".*JmsListeners?"),
                MessageSender.direct(
                                "org\\.springframework\\.jms\\.core\\.Jms\\w*(Template|Operations)",
                                "(convertAndSend|send|convertSendAndReceive|sendAndReceive).*",
                                ".*JmsListeners?")
                        .byDefault("spring.jms.template.default-destination"),
                MessageSender.bound(
                        "(jakarta|javax)\\.jms\\..*", "send", ".*(JmsListeners?|JMSListener|MessageDriven)"),
                MessageSender.direct("io\\.awspring\\.cloud\\..*", "(convertAndS|s)end.*", ".*SqsListener"),
                MessageSender.bound(
                        "software\\.amazon\\.awssdk\\.services\\.(sqs|sns)\\..*",
                        "sendMessage.*|publish",
                        ".*SqsListener"),
                MessageSender.direct(
                        "org\\.springframework\\.pulsar\\.core\\..*", "send.*|newMessage", ".*PulsarListener"),
                MessageSender.bound(
                        "org\\.springframework\\.messaging\\.core\\..*", "(convertAndS|s)end.*", ".*Listeners?"),
                MessageSender.direct(
                        "io\\.smallrye\\.reactive\\.messaging\\.(memory|providers\\.connectors)\\.InMemoryConnector",
                        "source",
                        ".*Incomings?"),
                MessageSender.direct(
                        "io\\.smallrye\\.reactive\\.messaging\\.kafka\\.companion\\..*", "from\\w+", ".*Incomings?"),
                MessageSender.bound(
                        "org\\.eclipse\\.microprofile\\.reactive\\.messaging\\.Emitter|io\\.smallrye\\.reactive\\.messaging\\.MutinyEmitter",
                        "send.*",
                        ".*Incomings?"));
    }

    @Override
    public List<String> destinations(AnnotationFacts listener) {
        if (NAMING.contains(listener.type())) {
            return listener.each("value").map(String::valueOf).toList();
        }
        if (!LISTENERS.contains(listener.type())) {
            return List.of();
        }
        return Stream.concat(
                        listener.values().values().stream()
                                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                                .filter(AnnotationFacts.class::isInstance)
                                .flatMap(nested -> destinations((AnnotationFacts) nested).stream()),
                        Stream.of("topics", "queues", "queueNames", "destination", "value")
                                .flatMap(listener::each)
                                .filter(String.class::isInstance)
                                .map(String::valueOf))
                .toList();
    }

    @Override
    public List<String> destinationSettings(String channel) {
        return Stream.of("topic", "topics", "queue.name", "address")
                .map(name -> "mp.messaging.incoming." + channel + "." + name)
                .toList();
    }

    @Override
    public Optional<String> entryPoint(ClassView type) {
        for (ClassFacts facts : type.hierarchy()) {
            Optional<String> found = Stream.concat(
                            type.annotationsOf(facts).stream(),
                            facts.methods().stream().flatMap(method -> type.annotationsOf(method).stream()))
                    .filter(LISTENERS::contains)
                    .findFirst();
            if (found.isPresent()) {
                return Optional.of("@" + ClassNames.simpleName(found.get()));
            }
        }
        return Optional.empty();
    }
}
