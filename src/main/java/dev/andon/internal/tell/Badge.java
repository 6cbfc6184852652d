package dev.andon.internal.tell;

import com.grack.nanojson.JsonWriter;
import dev.andon.Level;
import dev.andon.Verdict;
import dev.andon.internal.judge.Report;

/** The state of a build in two words: as JSON for endpoints that draw badges, and drawn. */
record Badge(String message, Colour colour) {
    private static final String LABEL = "readiness";
    private static final int WIDTH_OF_LETTER = 7;
    private static final int PADDING = 10;

    /** A colour by the name that endpoints know, and by its value; white text is readable on each. */
    enum Colour {
        SUCCESS("success", "#1b6e3c"),
        FAILURE("critical", "#a8211b"),
        UNKNOWN("inactive", "#565d68");

        private final String word;
        private final String value;

        Colour(String word, String value) {
            this.word = word;
            this.value = value;
        }
    }

    static Badge of(Report report, boolean enabled) {
        if (!enabled || report.results().findAny().isEmpty()) {
            return new Badge("not checked", Colour.UNKNOWN);
        }
        if (report.counts().getOrDefault(Verdict.VIOLATED, 0L) == 0 && report.fails()) {
            return new Badge(report.failing() + " undecided", Colour.FAILURE);
        }
        if (report.fails()) {
            return new Badge(report.failing() + " failing", Colour.FAILURE);
        }
        return new Badge(report.level() == Level.NONE ? "ready" : report.level().name(), Colour.SUCCESS);
    }

    String json() {
        return JsonWriter.string()
                        .object()
                        .value("schemaVersion", 1)
                        .value("label", LABEL)
                        .value("message", message)
                        .value("color", colour.word)
                        .end()
                        .done()
                + "\n";
    }

    /** All texts are ours: a verdict and a number, or a level. */
    String svg() {
        int left = LABEL.length() * WIDTH_OF_LETTER + PADDING;
        int right = message.length() * WIDTH_OF_LETTER + PADDING;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="20" role="img" aria-label="%s: %s">
                <title>%s: %s</title>
                <clipPath id="r"><rect width="%d" height="20" rx="3"/></clipPath>
                <g clip-path="url(#r)"><rect width="%d" height="20" fill="#444"/>
                <rect x="%d" width="%d" height="20" fill="%s"/></g>
                <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
                <text x="%d" y="14">%s</text><text x="%d" y="14">%s</text></g>
                </svg>
                """.formatted(
                        left + right,
                        LABEL,
                        message,
                        LABEL,
                        message,
                        left + right,
                        left,
                        left,
                        right,
                        colour.value,
                        left / 2,
                        LABEL,
                        left + right / 2,
                        message);
    }
}
