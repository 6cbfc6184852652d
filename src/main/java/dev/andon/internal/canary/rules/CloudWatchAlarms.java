package dev.andon.internal.canary.rules;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.text.Durations;
import java.time.Duration;
import java.util.List;

/**
 * A CloudFormation template: metric filters that count the outcomes in the canary log, where standard output goes to CloudWatch
 * Logs, and alarms on them.
 */
public final class CloudWatchAlarms {
    private static final String NAMESPACE = "Andon/Canaries";
    private static final Duration LONGEST_PERIOD = Duration.ofDays(1);
    private static final int FEWEST_INTERVALS = 2;
    private static final String FINISHED = "$.type = \"finished\" && ($.mode = \"run\" || $.mode = \"once\")";

    private final JsonStringWriter json = JsonWriter.indent("  ").string();

    private CloudWatchAlarms() {}

    /**
     * Returns the template, in JSON.
     *
     * @throws CanaryConfigurationException if CloudWatch cannot watch a canary, whose policy spans more than a day
     */
    public static String of(List<WatchedSpec> canaries) {
        return new CloudWatchAlarms().template(canaries);
    }

    private String template(List<WatchedSpec> canaries) {
        json.object()
                .value("AWSTemplateFormatVersion", "2010-09-09")
                .value("Description", "Alarms on the canaries of `andon canary alerts --format cloudwatch`")
                .object("Parameters");
        parameter("LogGroup", "The log group that the canary log goes to");
        parameter("OnCallTopic", "The ARN of the SNS topic that pages who is on call");
        parameter("OwnerTopic", "The ARN of the SNS topic that tells the canaries' owners");
        json.end().object("Resources");
        canaries.forEach(this::canary);
        return json.end().end().done() + "\n";
    }

    private void parameter(String name, String description) {
        json.object(name)
                .value("Type", "String")
                .value("Description", description)
                .end();
    }

    private void canary(WatchedSpec canary) {
        String id = id(canary.name());
        String failures = canary.name() + "-failures";
        String results = canary.name() + "-results";
        filter(canary, id + "Failures", failures, " && $.outcome = \"failure\" && $.muted NOT EXISTS");
        filter(canary, id + "Results", results, " && $.outcome != \"unknown\"");
        alarm(
                id + "Failing",
                canary.spec().operation() + " fails: " + canary.policy(),
                describe(canary),
                failures,
                period(canary, canary.window()),
                "GreaterThanOrEqualToThreshold",
                canary.tolerance().failures(),
                "OnCallTopic",
                // A canary that is not run shows no recovery.
                "ignore");
        alarm(
                id + "WithoutResult",
                canary.name() + " gives no result",
                "Nobody knows whether the operation works. " + describe(canary),
                results,
                period(canary, canary.silence()),
                "LessThanThreshold",
                1,
                "OwnerTopic",
                "breaching");
    }

    private void filter(WatchedSpec canary, String id, String metric, String condition) {
        json.object(id)
                .value("Type", "AWS::Logs::MetricFilter")
                .object("Properties")
                .object("LogGroupName")
                .value("Ref", "LogGroup")
                .end()
                .value("FilterPattern", "{ " + FINISHED + " && $.canary = \"" + canary.name() + "\"" + condition + " }")
                .array("MetricTransformations")
                .object()
                .value("MetricNamespace", NAMESPACE)
                .value("MetricName", metric)
                .value("MetricValue", "1")
                .end()
                .end()
                .end()
                .end();
    }

    private void alarm(
            String id,
            String name,
            String description,
            String metric,
            long period,
            String comparison,
            int threshold,
            String topic,
            String missing) {
        json.object(id)
                .value("Type", "AWS::CloudWatch::Alarm")
                .object("Properties")
                .value("AlarmName", name)
                .value("AlarmDescription", description)
                .value("Namespace", NAMESPACE)
                .value("MetricName", metric)
                .value("Statistic", "Sum")
                .value("Period", period)
                .value("EvaluationPeriods", 1)
                .value("ComparisonOperator", comparison)
                .value("Threshold", threshold)
                .value("TreatMissingData", missing);
        for (String actions : List.of("AlarmActions", "OKActions")) {
            json.array(actions).object().value("Ref", topic).end().end();
        }
        json.end().end();
    }

    private static String describe(WatchedSpec canary) {
        String owner = canary.spec().owner().isEmpty()
                ? ""
                : " Owner: " + canary.spec().owner() + ".";
        String runbook = canary.spec().runbook().isEmpty()
                ? ""
                : " Runbook: " + canary.spec().runbook();
        return "Operation: " + canary.operation() + "." + owner + runbook;
    }

    /** Periods are whole minutes; a shorter one than two intervals would often hold no run at all. */
    private static long period(WatchedSpec canary, Duration least) {
        Duration intervals = canary.every().multipliedBy(FEWEST_INTERVALS);
        Duration needed = least.compareTo(intervals) < 0 ? intervals : least;
        if (needed.compareTo(LONGEST_PERIOD) > 0) {
            throw new CanaryConfigurationException(
                    "CloudWatch cannot watch " + canary.spec().className() + ": its policy" + " spans "
                            + Durations.text(needed) + ", and a period lasts a day at most; give it a shorter `every`");
        }
        return (needed.toMillis() + 59_999) / 60_000 * 60;
    }

    private static String id(String name) {
        StringBuilder id = new StringBuilder("Canary");
        for (String part : name.split("-", -1)) {
            id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
        }
        return id.toString();
    }
}
