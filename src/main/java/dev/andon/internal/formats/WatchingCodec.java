package dev.andon.internal.formats;

import com.grack.nanojson.JsonStringWriter;
import dev.andon.internal.formats.InjectedOutage.StatedOutage;
import java.util.Optional;

/** The objects {@code tolerance} and {@code outage} in the file of a proof; an earlier version wrote neither. */
final class WatchingCodec {
    private static final String TOLERANCE = "tolerance";
    private static final String OUTAGE = "outage";

    private WatchingCodec() {}

    static void encode(JsonStringWriter json, ProofReport report) {
        report.tolerance().ifPresent(tried -> {
            json.object(TOLERANCE)
                    .value("policy", tried.tolerance())
                    .value("alertsOnBlip", tried.alertsOnBlip())
                    .value("intervals", tried.intervals());
            tried.alertsAfter().ifPresent(runs -> json.value("alertsAfter", runs));
            json.end();
        });
        report.outage().ifPresent(outage -> {
            json.object(OUTAGE)
                    .value("undecided", outage.undecided())
                    .value("fault", outage.fault())
                    .value("from", outage.from().toString())
                    .value("to", outage.to().toString())
                    .value("runs", outage.runs())
                    .array("stated");
            outage.stated().forEach(stated -> encode(json, stated));
            json.end().end();
        });
    }

    private static void encode(JsonStringWriter json, StatedOutage stated) {
        json.object();
        stated.beganAfter().ifPresent(time -> json.value("beganAfter", time.toString()));
        json.value("beganBy", stated.beganBy().toString())
                .value("endedFrom", stated.endedFrom().toString());
        stated.endedBefore().ifPresent(time -> json.value("endedBefore", time.toString()));
        json.value("bad", stated.bad()).value("sentence", stated.sentence()).end();
    }

    static Optional<TriedTolerance> tolerance(JsonFields fields) {
        return fields.object(TOLERANCE)
                .map(tried -> new TriedTolerance(
                        tried.text("policy"),
                        tried.flag("alertsOnBlip"),
                        tried.integer("intervals"),
                        tried.has("alertsAfter") ? Optional.of(tried.integer("alertsAfter")) : Optional.empty()));
    }

    static Optional<InjectedOutage> outage(JsonFields fields) {
        return fields.object(OUTAGE)
                .map(outage -> new InjectedOutage(
                        outage.text("undecided"),
                        outage.text("fault"),
                        outage.instant("from"),
                        outage.instant("to"),
                        outage.integer("runs"),
                        outage.objects("stated").stream()
                                .map(WatchingCodec::stated)
                                .toList()));
    }

    private static StatedOutage stated(JsonFields fields) {
        return new StatedOutage(
                fields.has("beganAfter") ? Optional.of(fields.instant("beganAfter")) : Optional.empty(),
                fields.instant("beganBy"),
                fields.instant("endedFrom"),
                fields.has("endedBefore") ? Optional.of(fields.instant("endedBefore")) : Optional.empty(),
                fields.integer("bad"),
                fields.text("sentence"));
    }
}
