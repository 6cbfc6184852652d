package dev.andon.internal.tell;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.internal.text.VisibleText;
import java.util.List;

/**
 * The details of results as JSON within a page. A browser makes elements of them only where one is opened: of ten thousand
 * results a reader opens a few. The page's script shows each value as text.
 */
final class DetailsJson {
    private DetailsJson() {}

    static String of(List<ReportPage.Detail> details) {
        JsonStringWriter json = JsonWriter.string().array();
        details.forEach(detail -> add(detail, json));
        // Nothing in it may end the element that holds it, or begin another.
        return VisibleText.ofLines(json.end().done()).replace("<", "\\u003c");
    }

    private static void add(ReportPage.Detail detail, JsonStringWriter json) {
        json.object();
        text("id", detail.id(), json);
        text("subject", detail.subject(), json);
        text("source", detail.source(), json);
        text("practice", detail.practice(), json);
        text("verdict", detail.verdict(), json);
        text("sign", detail.sign(), json);
        text("evidence", detail.evidence(), json);
        text("found", detail.found(), json);
        text("fix", detail.fix(), json);
        if (!detail.tests().isEmpty()) {
            json.array("tests");
            detail.tests().forEach(test -> {
                json.object();
                text("name", test.name(), json);
                text("source", test.source(), json);
                json.end();
            });
            json.end();
        }
        if (!detail.keys().isEmpty()) {
            json.array("keys");
            detail.keys().forEach(key -> json.value(VisibleText.ofLines(key)));
            json.end();
        }
        json.end();
    }

    private static void text(String name, String value, JsonStringWriter json) {
        if (!value.isEmpty()) {
            // An id is found by the address of its result, which holds it as it is.
            json.value(name, name.equals("id") ? value : VisibleText.ofLines(value));
        }
    }
}
