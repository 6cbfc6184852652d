package dev.andon.internal.canary.prove;

import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.InjectedOutage;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.Problem;
import dev.andon.internal.text.AndonVariables;
import dev.andon.internal.text.KnownValues;
import dev.andon.internal.text.SecretText;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.platform.engine.ConfigurationParameters;

/** The credentials that a proof and its build give to a canary: no report may show them, in the path of a request either. */
final class ProofCredentials {
    private static final String PREFIX = "andon.canary.credential.";

    private final KnownValues values = new KnownValues();

    ProofCredentials(ConfigurationParameters configuration, Map<String, String> variables) {
        for (String key : configuration.keySet()) {
            if (key.startsWith(PREFIX)) {
                configuration.get(key).ifPresent(value -> values.add(secret(key, value)));
            }
        }
        variables.forEach((name, value) -> {
            if (name.startsWith(AndonVariables.nameOf(PREFIX))) {
                values.add(secret(name, value));
            }
        });
    }

    /** Returns the credential, which may lie in a file that is named in its place. */
    private static String secret(String key, String value) {
        String name = key.toLowerCase(Locale.ROOT);
        if (name.endsWith(".file") || name.endsWith("_file")) {
            try {
                return InputFile.text(Path.of(value.trim())).strip();
            } catch (IOException | InvalidPathException unreadable) {
                return value.trim();
            }
        }
        return value.trim();
    }

    /** Returns a text without them. */
    String masked(String text) {
        return values.masked(text, SecretText.MASK);
    }

    /** Returns the report without them. Only what was seen is masked, so that a credential such as "true" harms no report. */
    ProofReport masked(ProofReport report) {
        ProofReport masked = new ProofReport(
                report.canary(),
                report.name(),
                report.operation(),
                report.route(),
                report.at(),
                report.controlRun(),
                masked(report.reason()),
                report.asked(),
                report.requests().stream().map(this::masked).toList(),
                report.anonymous().stream().map(this::masked).toList(),
                report.problems().stream()
                        .map(one -> new Problem(one.id(), masked(one.found()), masked(one.fix())))
                        .toList(),
                masked(report.undecided()),
                report.provenBy(),
                report.downgraded(),
                report.faults().stream()
                        .map(one -> new FaultResult(
                                one.fault(), one.verdict(), masked(one.request()), masked(one.reason())))
                        .toList());
        return masked.with(report.tolerance(), report.outage().map(this::masked));
    }

    private InjectedOutage masked(InjectedOutage outage) {
        return new InjectedOutage(
                masked(outage.undecided()), outage.fault(), outage.from(), outage.to(), outage.runs(), outage.stated());
    }
}
