package dev.andon.internal.estate;

import dev.andon.internal.text.MarkdownText;
import dev.andon.internal.text.Plural;
import java.util.List;
import java.util.stream.Collectors;

/** The sums over many projects for a page of a build server or a comment. */
public final class EstateMarkdown {
    private EstateMarkdown() {}

    /** Returns the text. */
    public static String of(Estate estate) {
        StringBuilder text = new StringBuilder("## Andon: " + EstateText.headline(estate) + "\n");
        if (!estate.levels().isEmpty()) {
            text.append("\n| level reached | services |\n|---|--:|\n");
            estate.levels().forEach((level, count) -> text.append("| ")
                    .append(level)
                    .append(" | ")
                    .append(count)
                    .append(" |\n"));
        }
        List<PracticeShare> shares = PracticeShare.of(estate);
        if (!shares.isEmpty()) {
            text.append("\n| practice | share met | met | of | failing | accepted |\n|---|--:|--:|--:|--:|--:|\n");
            shares.forEach(share -> text.append("| " + MarkdownText.code(share.practice()) + " | " + share.percent()
                    + " % | " + share.met() + " | " + share.all() + " | " + share.failing() + " | "
                    + share.accepted() + " |\n"));
        }
        if (!estate.worst().isEmpty()) {
            text.append("\n### Projects where most fails\n\n");
            estate.worst()
                    .forEach(project -> text.append("- " + MarkdownText.code(project.name()) + ": "
                            + project.failing() + " failing ("
                            + project.practices().entrySet().stream()
                                    .map(practice -> MarkdownText.code(practice.getKey()) + " " + practice.getValue())
                                    .collect(Collectors.joining(", "))
                            + ")\n"));
        }
        if (estate.notJudged() > 0) {
            text.append("\n### " + Plural.count(estate.notJudged(), "project") + " could not be judged\n\n");
            estate.unjudged()
                    .forEach(one -> text.append(
                            "- " + MarkdownText.code(one.name()) + ": " + MarkdownText.line(one.why()) + "\n"));
            if (estate.notJudged() > estate.unjudged().size()) {
                text.append("- and " + (estate.notJudged() - estate.unjudged().size()) + " more\n");
            }
        }
        return text.toString();
    }
}
