package dev.andon.internal.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternBeginningTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "org\\.junit\\.Assert org.junit.Asser",
                "org\\.easymock\\..* org.easymock",
                "com\\.nhaarman\\.mockito_?kotlin2?\\..* com.nhaarman.mockito",
                "io\\.vertx\\.(\\w+\\.)?core\\.Vertx io.vertx",
                "org\\.(a|b)\\..* org",
                "org\\.a\\..*|org\\.b\\..* ''",
                "x{2}y ''",
                ".*\\.Factory ''",
            })
    void is_what_every_match_begins_with(String pattern, String beginning) {
        assertThat(PatternBeginning.of(pattern)).isEqualTo(beginning);
    }
}
