package dev.andon.internal.tell;

import com.samskivert.mustache.Mustache;
import dev.andon.Level;
import dev.andon.internal.judge.Report;
import dev.andon.internal.text.FirstFew;
import dev.andon.internal.text.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a report as one HTML file that needs no network. The template library escapes every value; what a browser would
 * hide or act on is made visible before.
 */
final class HtmlReport {
    private static final int NAMED = 5;

    private HtmlReport() {}

    static String of(Report report) {
        String script = resource("report.js");
        return Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .withFormatter(value -> VisibleText.ofLines(String.valueOf(value)))
                .compile(resource("report.html"))
                .execute(Map.of(
                        "page", page(report),
                        "style", resource("report.css"),
                        "script", script,
                        "scriptHash", hash(script)));
    }

    private static ReportPage page(Report report) {
        ResultMatrix matrix = new ResultMatrix(report);
        return new ReportPage(
                !report.fails(),
                headline(report),
                report.readinessClass(),
                report.level() == Level.NONE ? "" : report.level().name(),
                report.counts().entrySet().stream()
                        .filter(count -> count.getValue() > 0)
                        .map(count ->
                                new ReportPage.Chip(count.getKey().word(), Signs.of(count.getKey()), count.getValue()))
                        .toList(),
                FailureCauses.of(report).stream().map(HtmlReport::cause).toList(),
                matrix.columns(),
                matrix.columns().size(),
                matrix.rows(),
                matrix.codebase(),
                report.subjects()
                        .map(subject -> subject.module())
                        .distinct()
                        .sorted()
                        .toList(),
                matrix.details(),
                ReportPanels.coverage(report),
                ReportPanels.pyramid(report.details().tests()),
                ReportPanels.proofs(report.details().proofs()),
                ReportPanels.deadlines(report.details()),
                ReportPanels.changes(report.details()),
                report.notes());
    }

    static String headline(Report report) {
        if (report.fails()) {
            return "Not ready: " + report.failing() + (report.failing() == 1 ? " result fails" : " results fail");
        }
        return report.results().findAny().isEmpty() ? "Nothing was checked" : "Ready: no result fails";
    }

    private static ReportPage.CauseLine cause(FailureCauses.Cause cause) {
        FailureCauses.Failure example = cause.example();
        return new ReportPage.CauseLine(
                cause.practice(),
                cause.verdict().word(),
                Signs.of(cause.verdict()),
                cause.failures().size(),
                FirstFew.of(
                        cause.failures().stream()
                                .map(FailureCauses.Failure::label)
                                .toList(),
                        NAMED),
                example.result().found(),
                example.result().fix(),
                ResultMatrix.href(example.label() + "/" + cause.practice()));
    }

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(HtmlReport.class.getResourceAsStream("/dev/andon/html/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
