package dev.andon.internal.audit.maven;

import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;

/** The one execution that no pom declares: Surefire's {@code test} in the phase {@code test}, for modules that are packaged. */
final class DefaultTest {
    private DefaultTest() {}

    static void bind(Model model) {
        if (model.getPackaging().equals("pom")) {
            return;
        }
        Build build = model.getBuild();
        if (build == null) {
            build = new Build();
            model.setBuild(build);
        }
        Plugin surefire = TestExecutions.plugin(build, TestExecutions.SUREFIRE).orElse(null);
        if (surefire == null) {
            surefire = new Plugin();
            surefire.setArtifactId("maven-surefire-plugin");
            build.addPlugin(surefire);
        }
        PluginExecution execution = surefire.getExecutions().stream()
                .filter(each -> each.getId().equals("default-test"))
                .findFirst()
                .orElse(null);
        if (execution == null) {
            execution = new PluginExecution();
            execution.setId("default-test");
            surefire.addExecution(execution);
        }
        if (execution.getPhase() == null) {
            execution.setPhase("test");
        }
        if (execution.getGoals().isEmpty()) {
            execution.setGoals(List.of("test"));
        }
    }
}
