package dev.andon.internal.estate;

import dev.andon.Level;
import dev.andon.internal.text.Plural;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sums over many projects for a console: services by level, practices by the share met, and where to begin. */
public final class EstateText {
    private static final String LEVELS = "  %-12s %8s%n";
    private static final String PRACTICES = "  %-24s %9s %8s %8s %8s %9s%n";

    private EstateText() {}

    /** Returns the lines. */
    public static String of(Estate estate) {
        StringBuilder text = new StringBuilder("Andon: " + headline(estate) + "\n");
        levels(estate, text);
        practices(estate, text);
        services(estate, text);
        projects(estate, text);
        unjudged(estate, text);
        return text.toString().replace(System.lineSeparator(), "\n").stripTrailing();
    }

    static String headline(Estate estate) {
        return Plural.count(estate.judged(), "project") + ", "
                + Plural.count(estate.serviceCount(), "service")
                + (estate.canaryCount() == 0 ? "" : ", " + Plural.count(estate.canaryCount(), "canary"))
                + (estate.notJudged() == 0 ? "" : "; " + estate.notJudged() + " could not be judged");
    }

    private static void levels(Estate estate, StringBuilder text) {
        if (estate.serviceCount() > 0) {
            text.append('\n').append(line(LEVELS, "level", "services"));
            for (Level level : Level.values()) {
                Long count = estate.levels().get(level);
                if (count != null) {
                    text.append(line(LEVELS, level, count));
                }
            }
        }
    }

    private static void practices(Estate estate, StringBuilder text) {
        List<PracticeShare> shares = PracticeShare.of(estate);
        if (!shares.isEmpty()) {
            text.append('\n').append(line(PRACTICES, "practice", "share met", "met", "of", "failing", "accepted"));
            shares.forEach(share -> text.append(line(
                    PRACTICES,
                    share.practice(),
                    share.percent() + " %",
                    share.met(),
                    share.all(),
                    share.failing(),
                    share.accepted())));
        }
    }

    private static void services(Estate estate, StringBuilder text) {
        if (!estate.services().isEmpty()) {
            text.append("\n  services\n");
            int width = estate.services().stream()
                    .mapToInt(service -> name(service).length())
                    .max()
                    .orElse(1);
            estate.services().forEach(service -> text.append("  ")
                    .append(line(
                            "%-" + width + "s  %-11s%s%n",
                            name(service),
                            service.level(),
                            service.failing() == 0 ? "met" : service.failing() + " failing")));
        }
    }

    private static String name(Estate.Service service) {
        return service.project() + ": " + service.label();
    }

    private static void projects(Estate estate, StringBuilder text) {
        if (!estate.worst().isEmpty()) {
            text.append("\n  projects where most fails\n");
            estate.worst()
                    .forEach(project -> text.append("  " + project.name() + ": " + project.failing() + " failing ("
                            + project.practices().entrySet().stream()
                                    .map(practice -> practice.getKey() + " " + practice.getValue())
                                    .collect(Collectors.joining(", "))
                            + ")\n"));
        }
    }

    private static void unjudged(Estate estate, StringBuilder text) {
        if (estate.notJudged() > 0) {
            text.append("\n  could not be judged\n");
            estate.unjudged().forEach(one -> text.append("  " + one.name() + ": " + one.why() + "\n"));
            if (estate.notJudged() > estate.unjudged().size()) {
                text.append("  and " + (estate.notJudged() - estate.unjudged().size()) + " more\n");
            }
        }
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
