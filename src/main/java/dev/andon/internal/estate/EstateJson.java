package dev.andon.internal.estate;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.Verdict;

/** The sums over many projects as JSON. */
public final class EstateJson {
    private static final int VERSION = 1;

    private EstateJson() {}

    /** Returns the text. */
    public static String of(Estate estate) {
        JsonStringWriter json = JsonWriter.indent("  ")
                .string()
                .object()
                .value("schemaVersion", VERSION)
                .value("projects", estate.judged())
                .value("services", estate.serviceCount())
                .value("canaries", estate.canaryCount())
                .object("counts");
        for (Verdict verdict : Verdict.values()) {
            json.value(verdict.word(), estate.count(verdict));
        }
        json.end().object("levels");
        estate.levels().forEach((level, count) -> json.value(level.name(), count));
        json.end().array("practices");
        PracticeShare.of(estate).forEach(share -> json.object()
                .value("id", share.practice())
                .value("percent", share.percent())
                .value("met", share.met())
                .value("of", share.all())
                .value("failing", share.failing())
                .value("accepted", share.accepted())
                .end());
        json.end().array("matrix");
        estate.matrix().rows().forEach(row -> {
            json.object()
                    .value("project", row.project())
                    .value("module", row.module())
                    .value("label", row.label())
                    .value("level", row.level().name())
                    .object("verdicts");
            row.verdicts().forEach((practice, verdict) -> json.value(practice, verdict.word()));
            json.end().end();
        });
        json.end().value("matrixLeftOut", estate.matrix().leftOut());
        json.value("notJudgedCount", estate.notJudged()).array("notJudged");
        estate.unjudged().forEach(one -> json.object()
                .value("project", one.name())
                .value("why", one.why())
                .end());
        return json.end().end().done() + "\n";
    }
}
