package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.Link.Strength;
import dev.andon.testing.BuiltProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages whose call names no destination go to the one that a setting names: {@code spring.kafka.template.default-topic}
 * and {@code spring.jms.template.default-destination}, in Spring Boot's list of application properties.
 */
class DefaultDestinationTest {

    private static final String KAFKA = "org.springframework.kafka.core.KafkaTemplate";
    private static final String JMS = "org.springframework.jms.core.JmsTemplate";

    @TempDir
    Path temp;

    private Optional<Strength> parcels(String settings, String template, String call) throws IOException {
        BuiltProject build = BuiltProject.in(temp)
                .library(
                        "package org.springframework.kafka.core; public class KafkaTemplate {"
                                + " public void setDefaultTopic(String topic) {}"
                                + " public Object sendDefault(Object key, Object data) { return null; } }",
                        "package org.springframework.jms.core; public class JmsTemplate {"
                                + " public void convertAndSend(Object message) {}"
                                + " public void convertAndSend(String destination, Object message) {} }",
                        "package org.springframework.jms.core; public class JmsMessagingTemplate {"
                                + " public void setDefaultDestinationName(String name) {}"
                                + " public void convertAndSend(Object destination, Object message) {} }",
                        "package org.springframework.jms.core; public interface JmsClient {"
                                + " OperationSpec destination(String name);"
                                + " interface OperationSpec { void send(Object payload); } }")
                .main(
                        "shop",
                        "package com.acme; public class Parcels {"
                                + " @org.springframework.kafka.annotation.KafkaListener(topics = \"parcels\")"
                                + " public void kafka(String text) {}"
                                + " @org.springframework.jms.annotation.JmsListener(destination = \"parcels\")"
                                + " public void jms(String text) {} }")
                .test(
                        "shop",
                        "package com.acme; @org.springframework.boot.test.context.SpringBootTest class SendsIT {"
                                + template + " template; @org.junit.jupiter.api.Test void sends() { template." + call
                                + "; } }");
        Files.writeString(build.roots().get(0).path().resolve("application.yml"), settings);
        CodeIndex index = build.index();
        return Links.find(index, Discovery.discover(index, DiscoveryRequest.of())).stream()
                .filter(link -> link.strength().compareTo(Strength.UNCLEAR) >= 0)
                .map(Link::strength)
                .findFirst();
    }

    private static String kafka(String topic) {
        return "spring:\n  kafka:\n    template:\n      default-topic: " + topic + "\n";
    }

    @Test
    void the_listener_of_the_default_topic_gets_it() throws IOException {
        assertThat(parcels(kafka("parcels"), KAFKA, "sendDefault(7, \"x\")")).hasValue(Strength.LINKED);
    }

    @Test
    void one_of_another_topic_does_not() throws IOException {
        assertThat(parcels(kafka("invoices"), KAFKA, "sendDefault(7, \"parcels\")"))
                .isEmpty();
    }

    @Test
    void a_topic_that_the_code_sets_goes_before_the_setting() throws IOException {
        assertThat(parcels(kafka("invoices"), KAFKA, "setDefaultTopic(\"parcels\"); template.sendDefault(7, \"x\")"))
                .hasValue(Strength.LINKED);
    }

    @Test
    void topics_of_several_profiles_leave_it_open() throws IOException {
        assertThat(parcels(kafka("parcels") + "---\n" + kafka("invoices"), KAFKA, "sendDefault(7, \"x\")"))
                .hasValue(Strength.UNCLEAR);
    }

    @Test
    void without_the_setting_it_is_open() throws IOException {
        assertThat(parcels("", KAFKA, "sendDefault(7, \"x\")")).hasValue(Strength.UNCLEAR);
    }

    @Test
    void the_listener_of_the_default_destination_gets_it() throws IOException {
        assertThat(parcels(
                        "spring:\n  jms:\n    template:\n      default-destination: parcels\n",
                        JMS,
                        "convertAndSend((Object) \"x\")"))
                .hasValue(Strength.LINKED);
    }

    @Test
    void a_message_is_no_destination() throws IOException {
        assertThat(parcels(
                        "spring:\n  jms:\n    template:\n      default-destination: invoices\n",
                        JMS,
                        "convertAndSend((Object) \"parcels\")"))
                .isEmpty();
    }

    @Test
    void a_destination_in_the_call_goes_before_the_setting() throws IOException {
        assertThat(parcels(
                        "spring:\n  jms:\n    template:\n      default-destination: invoices\n",
                        JMS,
                        "convertAndSend(\"parcels\", \"x\")"))
                .hasValue(Strength.LINKED);
    }

    @Test
    void a_destination_of_any_type_goes_before_the_setting() throws IOException {
        String settings = "spring:\n  jms:\n    template:\n      default-destination: invoices\n";
        String template = "org.springframework.jms.core.JmsMessagingTemplate";

        assertThat(parcels(settings, template, "convertAndSend((Object) \"parcels\", (Object) \"x\")"))
                .hasValue(Strength.LINKED);
        assertThat(parcels(settings, template, "convertAndSend((Object) \"bills\", (Object) \"parcels\")"))
                .isEmpty();
    }

    @Test
    void what_a_client_named_before_is_open() throws IOException {
        assertThat(parcels("", "org.springframework.jms.core.JmsClient", "destination(\"parcels\").send(\"x\")"))
                .hasValue(Strength.UNCLEAR);
    }

    @Test
    void the_default_of_another_broker_does_not_count() throws IOException {
        assertThat(parcels(
                        kafka("parcels"),
                        KAFKA,
                        "sendDefault(7, \"x\"); new org.springframework.jms.core.JmsMessagingTemplate()"
                                + ".setDefaultDestinationName(\"bills\")"))
                .hasValue(Strength.LINKED);
    }
}
