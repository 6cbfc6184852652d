package dev.andon.internal.canary.prove;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.Canary;
import java.time.Instant;
import java.util.List;

/** A proof as the readiness test reads it: {@code proofs/<class of the canary>.json}. */
final class ProofJson {
    private ProofJson() {}

    static String write(
            Class<?> type, String name, Canary canary, Instant at, ControlRun baseline, List<ProvenFault> faults) {
        JsonStringWriter json = JsonWriter.indent("  ").string();
        json.object()
                .value("schemaVersion", 1)
                .value("canary", type.getName())
                .value("name", name)
                .value("operation", canary.operation())
                .value("of", canary.of())
                .value("at", at.toString())
                .value("undisturbed", baseline.result().healthy() ? "success" : "failure")
                .value("reason", baseline.result().reason())
                .value("asked", baseline.asked());
        json.array("exchanges");
        baseline.second().stream()
                .filter(RecordedRequest::http)
                .map(RecordedRequest::shown)
                .forEach(json::value);
        json.end().array("anonymous");
        baseline.anonymous().forEach(json::value);
        json.end().array("faults");
        for (ProvenFault proven : faults) {
            json.object()
                    .value("fault", proven.fault().id())
                    .value("does", proven.fault().does())
                    .value("verdict", proven.verdict().id())
                    .value("exchange", proven.exchange())
                    .value("reason", proven.reason())
                    .end();
        }
        return json.end().end().done();
    }
}
