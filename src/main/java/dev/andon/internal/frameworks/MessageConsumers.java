package dev.andon.internal.frameworks;

import java.util.List;

/** Consumers of messages that code sets up by itself, and those of Spring Integration, Micronaut, Quarkus and NATS. */
final class MessageConsumers implements Framework {

    @Override
    public List<EntryPointSign> entryPointSigns() {
        return List.of(
                EntryPointSign.annotation(
                        "org\\.springframework\\.integration\\.annotation\\.(?!MessagingGateway|Gateway|Publisher)\\w+"),
                EntryPointSign.type("org\\.springframework\\.integration\\.dsl\\..*", "integration flow"),
                EntryPointSign.annotation("org\\.springframework\\.cloud\\.stream\\.annotation\\.\\w*StreamListener"),
                EntryPointSign.annotation("io\\.micronaut\\..*(?:Listener|Subscriber|Consumer)"),
                EntryPointSign.annotation("io\\.quarkus\\.(?:vertx\\.ConsumeEvent|websockets\\.next\\.WebSocket)"),
                EntryPointSign.annotation("io\\.nats\\..*Listener"),
                EntryPointSign.call(
                        "org\\.apache\\.kafka\\.clients\\.consumer\\.\\w+", "subscribe|assign", "Kafka consumer"),
                EntryPointSign.call(
                        "org\\.apache\\.kafka\\.streams\\.StreamsBuilder",
                        "stream|table|globalTable",
                        "Kafka Streams topology"),
                EntryPointSign.call("com\\.rabbitmq\\.client\\.Channel", "basicConsume|basicGet", "RabbitMQ consumer"),
                EntryPointSign.call("(?:jakarta|javax)\\.jms\\.\\w+", "setMessageListener|receive\\w*", "JMS consumer"),
                EntryPointSign.call(
                        "org\\.apache\\.pulsar\\.client\\.api\\.\\w+",
                        "subscribe|subscribeAsync|messageListener",
                        "Pulsar consumer"),
                EntryPointSign.call("io\\.nats\\.client\\.\\w+", "createDispatcher|subscribe", "NATS consumer"),
                EntryPointSign.call("org\\.eclipse\\.paho\\..*|com\\.hivemq\\..*", "subscribe\\w*", "MQTT consumer"),
                EntryPointSign.call(
                        "com\\.google\\.cloud\\.pubsub\\.v1\\.Subscriber", "newBuilder", "Pub/Sub subscriber"),
                EntryPointSign.call(
                        "(?:software\\.amazon\\.awssdk|com\\.amazonaws)\\.services\\.sqs\\..*",
                        "receiveMessage",
                        "SQS consumer"),
                EntryPointSign.call(
                        "com\\.azure\\.messaging\\..*", "processMessage|processEvent", "Azure message processor"));
    }
}
