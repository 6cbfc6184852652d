package dev.andon.internal.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "com.acme.Order, com.acme.Order, true",
        "com.acme.Order, com.acme.Orders, false",
        "com.acme.*, com.acme.Order, true",
        "com.acme.*, com.acme.web.Order, false",
        "com.acme.*, com.acme.Order$Builder, false",
        "com.acme.*$*, com.acme.Order$Builder, true",
        "com.acme..*, com.acme.Order, true",
        "com.acme..*, com.acme.web.api.Order, true",
        "com.acme..*, com.acmes.Order, false",
        "..*Service, com.acme.PriceService, true",
        "..*Service, PriceService, true",
        "..*Service, com.acme.PriceServices, false",
        "com..web..*, com.acme.web.Order, true",
        "com..web..*, com.acme.Order, false"
    })
    void matches_class_names(String pattern, String name, boolean expected) {
        assertThat(NamePattern.ofClass(pattern).matches(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme, com.acme, true",
        "com.acme, com.acme.web, true",
        "com.acme, com.acmes, false",
        "com.acme.*, com.acme.web, true",
        "com.acme.*, com.acme.web.api, false",
        "com..web, com.acme.web, true",
        "com.acme.., com.acme, true",
        "com.acme.., com.acme.web.api, true",
        "com.acme.., com.acmes, false"
    })
    void matches_packages(String pattern, String name, boolean expected) {
        assertThat(NamePattern.ofPackage(pattern).matches(name)).isEqualTo(expected);
    }
}
