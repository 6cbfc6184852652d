package dev.andon.internal.frameworks;

/** Spring's message mappings, for example on controllers of STOMP over WebSocket. */
final class SpringMessaging implements Framework {

    @Override
    public boolean isMapping(String annotation) {
        return annotation.startsWith("org.springframework.messaging.") && annotation.endsWith("Mapping");
    }
}
