package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmArgumentsTest {

    @Test
    void what_tests_need_is_handed_on() {
        List<String> needed = List.of(
                "-Xmx512m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-preview",
                "-javaagent:/repo/mockito-core-5.jar",
                "--add-modules=java.sql",
                "-Dfile.encoding=UTF-8",
                "-Djava.locale.providers=COMPAT");

        assertThat(JvmArguments.handedOn(needed)).isEqualTo(needed);
    }

    @Test
    void coverage_debuggers_recordings_and_modules_are_not() {
        assertThat(JvmArguments.handedOn(List.of(
                        "-javaagent:/repo/org.jacoco.agent-0.8.15-runtime.jar=destfile=target/jacoco.exec",
                        "-agentlib:jdwp=transport=dt_socket,server=y,address=5005",
                        "-XX:StartFlightRecording=filename=a.jfr",
                        "-Xlog:gc:file=gc.log",
                        "--module-path=target/classes",
                        "--patch-module=shop=target/test-classes",
                        "--add-modules=shop",
                        "-Djava.security.manager=worker.Bootstrap")))
                .isEmpty();
    }

    @Test
    void a_password_among_the_system_properties_stays_off_the_command_line() {
        assertThat(JvmArguments.handedOn(List.of("-Ddb.password=secret", "-Djavax.net.ssl.keyStorePassword=secret")))
                .isEmpty();
    }

    @Test
    void an_agent_is_known_by_its_jar_not_by_the_folder_that_it_lies_in() {
        List<String> needed =
                List.of("-javaagent:/home/jacoco-demo/otel.jar=a=jacoco", "-javaagent:C:\\jacoco\\otel.jar");

        assertThat(JvmArguments.handedOn(needed)).isEqualTo(needed);
        assertThat(JvmArguments.handedOn(List.of("-javaagent:C:\\repo\\jacocoagent.jar=destfile=a")))
                .isEmpty();
    }

    @Test
    void arguments_in_environment_variables_stay_there_but_for_those_that_are_not_handed_on() {
        String options =
                "-javaagent:/o/otel.jar=token=s3cret \"-Dname=two words\" -javaagent:/r/jacocoagent.jar=append=true";

        assertThat(JvmArguments.inVariables(Map.of("JAVA_TOOL_OPTIONS", options, "OTHER", "-Xmx1g")))
                .contains("-javaagent:/o/otel.jar=token=s3cret", "-Dname=two words")
                .doesNotContain("-Xmx1g");
        assertThat(JvmArguments.inVariable("JAVA_TOOL_OPTIONS", options))
                .isEqualTo("-javaagent:/o/otel.jar=token=s3cret \"-Dname=two words\"");
        assertThat(JvmArguments.inVariable("OTHER", options)).isEqualTo(options);
    }
}
