package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.text.ClassNames;
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
