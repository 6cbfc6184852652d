package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastOutputTest {

    @Test
    void secrets_in_what_a_jvm_prints_are_masked() {
        LastOutput output = new LastOutput();
        output.add("Picked up JAVA_TOOL_OPTIONS: -javaagent:otel.jar=token=s3cretvalue");
        output.add("NOTE: Picked up JDK_JAVA_OPTIONS: -Dpassword=s3cretvalue");
        output.add("connecting, password=s3cretvalue, to the database");

        assertThat(output.lastLines())
                .doesNotContain("s3cretvalue", "Picked up")
                .startsWith("; it printed last: connecting, password=");
    }

    @Test
    void only_the_last_lines_are_kept() {
        LastOutput output = new LastOutput();
        for (int i = 0; i < 50; i++) {
            output.add("line " + i);
        }

        assertThat(output.lastLines()).contains("line 49", "line 38").doesNotContain("line 37");
    }
}
