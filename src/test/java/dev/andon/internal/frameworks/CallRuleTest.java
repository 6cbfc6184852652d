package dev.andon.internal.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallRuleTest {

    @Test
    void matches_class_and_method() {
        CallRule rule = CallRule.of("org\\.acme\\.mockito_?kotlin2?\\..*", "verify.*");

        assertThat(rule.matches("org.acme.mockito_kotlin.Checks", "verifyAll")).isTrue();
        assertThat(rule.matches("org.acme.mockitokotlin2.Checks", "verify")).isTrue();
        assertThat(rule.matches("org.acme.mockito.Checks", "verify")).isFalse();
        assertThat(rule.matches("org.acme.mockito_kotlin.Checks", "when")).isFalse();
    }
}
