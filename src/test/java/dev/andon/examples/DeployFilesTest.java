package dev.andon.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import dev.andon.internal.formats.ReceiversCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files that deploy the example's canaries, read by a parser; {@code DeployFilesIT} lets the tools themselves read them. */
class DeployFilesTest {
    private static final Path DEPLOY = Path.of("examples", "shop-canaries", "deploy");
    private static final Set<String> KUBERNETES_FIELDS = Set.of(
            "apiVersion",
            "kind",
            "metadata",
            "name",
            "labels",
            "app",
            "spec",
            "accessModes",
            "resources",
            "requests",
            "limits",
            "storage",
            "cpu",
            "memory",
            "replicas",
            "strategy",
            "type",
            "selector",
            "matchLabels",
            "template",
            "terminationGracePeriodSeconds",
            "securityContext",
            "runAsNonRoot",
            "runAsUser",
            "fsGroup",
            "containers",
            "image",
            "args",
            "env",
            "value",
            "valueFrom",
            "secretKeyRef",
            "key",
            "ports",
            "containerPort",
            "allowPrivilegeEscalation",
            "readOnlyRootFilesystem",
            "volumeMounts",
            "mountPath",
            "volumes",
            "persistentVolumeClaim",
            "claimName",
            "emptyDir",
            "schedule",
            "timeZone",
            "concurrencyPolicy",
            "startingDeadlineSeconds",
            "successfulJobsHistoryLimit",
            "failedJobsHistoryLimit",
            "jobTemplate",
            "backoffLimit",
            "activeDeadlineSeconds",
            "restartPolicy");

    private static List<Map<?, ?>> yaml(String name) throws IOException {
        List<Map<?, ?>> documents = new ArrayList<>();
        for (Object document :
                new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(DEPLOY.resolve(name)))) {
            documents.add((Map<?, ?>) document);
        }
        return documents;
    }

    private static Object at(Object document, String path) {
        Object at = document;
        for (String key : path.split("\\.", -1)) {
            at = at instanceof List<?> list ? list.get(Integer.parseInt(key)) : ((Map<?, ?>) at).get(key);
        }
        return at;
    }

    private static Set<String> keys(Object node) {
        Set<String> keys = new TreeSet<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                keys.add(String.valueOf(key));
                keys.addAll(keys(value));
            });
        } else if (node instanceof Collection<?> list) {
            list.forEach(element -> keys.addAll(keys(element)));
        }
        return keys;
    }

    @Test
    void the_kubernetes_files_hold_known_fields_only() throws IOException {
        for (String name : List.of("kubernetes-run.yaml", "kubernetes-once.yaml")) {
            assertThat(yaml(name)).isNotEmpty().allSatisfy(document -> {
                assertThat(keys(document)).isSubsetOf(KUBERNETES_FIELDS);
                assertThat(document.get("kind")).isIn("PersistentVolumeClaim", "Deployment", "CronJob");
            });
        }
    }

    @Test
    void the_loop_runs_once_and_has_its_log_on_a_volume() throws IOException {
        Map<?, ?> deployment = yaml("kubernetes-run.yaml").get(1);
        assertThat(at(deployment, "spec.replicas")).isEqualTo(1);
        assertThat(at(deployment, "spec.strategy.type")).isEqualTo("Recreate");
        assertThat(at(deployment, "spec.selector.matchLabels"))
                .isEqualTo(at(deployment, "spec.template.metadata.labels"));
        assertThat(at(deployment, "spec.template.spec.containers.0.volumeMounts.0.mountPath"))
                .isEqualTo("/var/log/andon");
        assertThat(at(deployment, "spec.template.spec.volumes.0.persistentVolumeClaim.claimName"))
                .isEqualTo(at(yaml("kubernetes-run.yaml").get(0), "metadata.name"));
        assertThat(Files.readString(DEPLOY.resolve("Containerfile"))).contains("ANDON_CANARY_LOG=/var/log/andon");
    }

    /** Kubernetes gives up a schedule for good after 100 missed starts, unless a deadline says how far back to look. */
    @Test
    void a_round_is_never_doubled_and_missed_starts_do_not_end_the_schedule() throws IOException {
        Map<?, ?> job = yaml("kubernetes-once.yaml").get(0);
        assertThat(at(job, "spec.concurrencyPolicy")).isEqualTo("Forbid");
        assertThat((Integer) at(job, "spec.startingDeadlineSeconds")).isBetween(10, 300);
        assertThat(at(job, "spec.jobTemplate.spec.backoffLimit")).isEqualTo(0);
        assertThat(at(job, "spec.jobTemplate.spec.template.spec.restartPolicy")).isEqualTo("Never");
    }

    @Test
    void the_settings_name_receivers_and_hold_no_secret() throws IOException {
        Map<?, ?> settings = yaml("andon.yaml").get(0);
        assertThat(ReceiversCodec.receivers(settings.get("receivers"), "andon.yaml"))
                .hasSize(2);
        String variable =
                ReceiversCodec.deadMan(settings.get("dead-man"), "andon.yaml").text();
        assertThat(Files.readString(DEPLOY.resolve("kubernetes-run.yaml"))).contains("name: " + variable);
    }

    @Test
    void each_reference_in_the_cloudformation_templates_leads_somewhere() throws Exception {
        for (String name : List.of("eventbridge-lambda.json", "cloudwatch-alarms.json")) {
            String text = Files.readString(DEPLOY.resolve(name));
            JsonObject template = JsonParser.object().from(text);
            Set<String> known = new TreeSet<>(template.getObject("Resources").keySet());
            known.addAll(template.getObject("Parameters").keySet());
            known.add("AWS::Region");
            Matcher reference = Pattern.compile("\"(?:Ref|Fn::GetAtt)\"\\s*:\\s*\\[?\\s*\"([^\"]+)\"")
                    .matcher(text);
            int references = 0;
            for (; reference.find(); references++) {
                assertThat(known).contains(reference.group(1));
            }
            assertThat(references).isPositive();
        }
    }
}
