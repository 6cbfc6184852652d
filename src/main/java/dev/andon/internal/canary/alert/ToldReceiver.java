package dev.andon.internal.canary.alert;

import dev.andon.internal.formats.AlertNotice;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One receiver, and what it was told last of each incident, which the canary log records. What goes on is told anew each
 * time; that it is resolved is told until it is taken, once, and only to who may have heard that it fires.
 */
final class ToldReceiver {
    private final AlertReceiver receiver;
    private final Consumer<AlertNotice> log;
    private final Set<String> toldFiring = new HashSet<>();
    private final Map<String, String> recorded = new LinkedHashMap<>();
    private final Map<String, Alert> unresolved = new LinkedHashMap<>();

    /**
     * Makes one.
     *
     * @param past the notices in the log, in their order
     * @param log takes a notice when something else is told than before, or begins or ceases to be taken
     */
    ToldReceiver(AlertReceiver receiver, List<AlertNotice> past, Consumer<AlertNotice> log) {
        this.receiver = receiver;
        this.log = log;
        past.stream()
                .filter(notice -> notice.receiver().equals(receiver.name()))
                .forEach(this::remember);
    }

    String name() {
        return receiver.name();
    }

    private void remember(AlertNotice notice) {
        recorded.put(notice.incident(), stateOf(notice));
        if (notice.firing()) {
            // Who gave no answer may have heard it all the same.
            toldFiring.add(notice.incident());
        } else if (notice.problem().isEmpty()) {
            toldFiring.remove(notice.incident());
        }
    }

    private static String stateOf(AlertNotice notice) {
        return notice.firing() + " " + notice.problem();
    }

    /**
     * Tells the state; after the first delivery without an answer no other is tried until the next time.
     *
     * @param state the incidents that go on, and of each canary the last one that is resolved
     */
    void tell(List<Alert> state, Instant now) {
        Set<String> known = new HashSet<>(unresolved.keySet());
        for (Alert alert : state) {
            known.add(alert.incident());
            if (alert.firing()) {
                unresolved.remove(alert.incident());
            } else if (toldFiring.contains(alert.incident())) {
                // Kept until it is taken, though the canary may fail again meanwhile.
                unresolved.put(alert.incident(), alert);
            }
        }
        toldFiring.retainAll(known);
        recorded.keySet().retainAll(known);
        for (Alert alert : List.copyOf(unresolved.values())) {
            if (!tell(alert, now)) {
                return;
            }
        }
        for (Alert alert : state) {
            if (alert.firing() && !tell(alert, now)) {
                return;
            }
        }
    }

    private boolean tell(Alert alert, Instant now) {
        AlertDelivery delivery = receiver.deliver(alert, now);
        if (Thread.currentThread().isInterrupted()) {
            // The process ends, which says nothing about the receiver.
            return false;
        }
        AlertNotice notice = new AlertNotice(
                now,
                alert.canary(),
                alert.environment(),
                alert.location(),
                receiver.name(),
                alert.incident(),
                alert.firing(),
                delivery.problem());
        if (!stateOf(notice).equals(recorded.get(notice.incident()))) {
            log.accept(notice);
        }
        remember(notice);
        if (!alert.firing() && delivery.problem().isEmpty()) {
            unresolved.remove(alert.incident());
        }
        return delivery.result() != AlertDelivery.Result.UNREACHABLE;
    }
}
