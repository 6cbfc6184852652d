package dev.andon.internal.canary.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class UnknownNamesTest {
    private static final String SECONDS = "networkaddress.cache.negative.ttl";

    private static String forgotten(String before) {
        String own = Security.getProperty(SECONDS);
        try {
            Security.setProperty(SECONDS, before);
            UnknownNames.forget();
            return Security.getProperty(SECONDS);
        } finally {
            Security.setProperty(SECONDS, own == null ? "10" : own);
        }
    }

    @Test
    void what_the_jdk_comes_with_is_replaced() {
        assertThat(forgotten("10")).isEqualTo("0");
    }

    @Test
    void what_a_user_chose_stays() {
        assertThat(forgotten("3")).isEqualTo("3");
        assertThat(forgotten("-1")).isEqualTo("-1");
    }
}
