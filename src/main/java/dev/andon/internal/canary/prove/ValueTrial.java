package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.prove.FaultTrial.Outcome;
import dev.andon.internal.canary.values.Document;
import dev.andon.internal.canary.values.ValueChange;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes the values of one response in several ways, and tells whether the canary checks one of them. */
final class ValueTrial {
    private static final int MOST_USED = 4;
    private static final int MORE_RUNS = 2;
    private static final String EMPTY_LIST =
            "cannot determine whether it expects the empty list or only checks what is in it:"
                    + " let the local service hold an element that the canary finds, or waive changed-value with that reason";
    private static final List<ValueChange> IMPLAUSIBLE =
            List.of(ValueChange.NULL, ValueChange.EMPTY_TEXT, ValueChange.NEGATIVE);

    /** That a value is there at all says nothing of it. */
    private static final List<ValueChange> UNREADABLE = List.of(ValueChange.EMPTY_TEXT, ValueChange.NEGATIVE);

    private static final List<ValueChange> OUT_OF_RANGE = List.of(ValueChange.NEGATIVE);

    private final ProofSession session;
    private final FaultTrial trial;
    private final ControlRuns control;
    private final FaultCase at;
    private final Set<String> kept = new HashSet<>();

    ValueTrial(ProofSession session, FaultCase at) {
        this.session = session;
        this.trial = session.trial();
        this.control = session.control();
        this.at = at;
    }

    /** Returns whether the response has a value that can be changed. */
    static boolean appliesTo(FaultCase at) {
        return applies(at, ValueChange.SAME_LENGTH, Set.of()) || applies(at, ValueChange.ONE_MORE, Set.of());
    }

    private static boolean applies(FaultCase at, ValueChange change, Set<String> kept) {
        return new ChangedValues(change, kept).appliesTo(at.healthy());
    }

    Outcome judge() throws IOException {
        if (!applies(at, ValueChange.SAME_LENGTH, kept)) {
            return detected(ValueChange.ONE_MORE).isPresent()
                    ? new Outcome(FaultVerdict.UNDECIDED, EMPTY_LIST, Optional.empty())
                    : survived("it stays green with an element in a list that is empty, so it verifies no value");
        }
        Outcome same = direct(ValueChange.SAME_LENGTH);
        if (same.verdict() == FaultVerdict.UNDECIDED) {
            return same;
        }
        if (same.detected()) {
            return hasList() ? inList(same) : same;
        }
        if (isOutOfControl()) {
            if (!hasList()) {
                // What is the same in each run can be compared: that it is there says nothing.
                kept.addAll(steady());
            }
            Optional<Outcome> plausible = implausible();
            if (plausible.isPresent()) {
                // Of a search that finds nothing, how long it took says nothing.
                boolean foundNothing =
                        !hasList() && !control.readsItsOwn(at) && applies(at, ValueChange.ONE_MORE, kept);
                return foundNothing
                        ? new Outcome(FaultVerdict.UNDECIDED, EMPTY_LIST, Optional.empty())
                        : plausible.get();
            }
        }
        Optional<Outcome> range = range();
        if (range.isPresent()) {
            return range.get();
        }
        Optional<Outcome> grown = grown();
        Optional<Outcome> shown = grown.isPresent() ? grown : foundItsOwn();
        return shown.isPresent() ? shown.get() : survived(weakness(same));
    }

    private String weakness(Outcome same) throws IOException {
        if (same.run().filter(run -> run.result().red()).isPresent()) {
            return "it turns red only where a later request fails, so it verifies no value of the response itself";
        }
        Optional<Outcome> longer = detected(ValueChange.OTHER_LENGTH);
        return longer.isPresent()
                ? "it stays green with every value replaced by another of the same length, so it compares lengths and"
                        + " verifies no value"
                : "it stays green with every value replaced by another, so it verifies no value";
    }

    /** Returns whether nobody can know the values: a list, or what differs from run to run, that the canary did not write. */
    private boolean isOutOfControl() {
        boolean answersWrite = at.healthy().writes() && !hasList();
        return !answersWrite && !control.holdsWritten(at) && (hasList() || control.varies(at));
    }

    /** Nobody can know a number that the service computes anew for each write, only in which range it is. */
    private Optional<Outcome> range() throws IOException {
        if (!at.healthy().writes() || hasList() || control.holdsWritten(at)) {
            return Optional.empty();
        }
        kept.addAll(steady());
        Optional<Outcome> negative = detected(ValueChange.NEGATIVE);
        return negative.isPresent() && detected(ValueChange.ENORMOUS).isPresent() ? negative : Optional.empty();
    }

    /** Two runs may have the same value by chance, so more are looked at. */
    private Set<String> steady() throws IOException {
        List<ProofRun> more = new ArrayList<>();
        for (int i = 0; i < MORE_RUNS && trial.undecided().isEmpty(); i++) {
            more.add(trial.healthyRun());
        }
        return control.steady(at, more);
    }

    private boolean hasList() {
        return at.healthy().response().document().filter(Document::hasList).isPresent();
    }

    /** Returns a detection of values that cannot be right; in a list, an empty list must be detected too. */
    private Optional<Outcome> implausible() throws IOException {
        boolean emptyIsFine = hasList() && !isRedWhenEmpty();
        boolean comparesLengths = detected(ValueChange.OTHER_LENGTH).isPresent()
                && detected(ValueChange.GARBLED).isEmpty()
                && detected(ValueChange.LOWER).isEmpty();
        if (emptyIsFine || comparesLengths) {
            return Optional.empty();
        }
        for (ValueChange change : implausibleValues()) {
            Optional<Outcome> detected = detected(change);
            if (detected.isPresent()) {
                return detected;
            }
        }
        return Optional.empty();
    }

    /** Of what it has written, or has also what can be compared, it says nothing that a time or an id can be read. */
    private List<ValueChange> implausibleValues() {
        if (hasList()) {
            return IMPLAUSIBLE;
        }
        boolean comparable = !kept.isEmpty() || control.readsItsOwn(at);
        return comparable ? OUT_OF_RANGE : UNREADABLE;
    }

    /** A check in a loop over a list that may be empty checks nothing when it is. */
    private Outcome inList(Outcome same) throws IOException {
        if (isRedWhenEmpty()) {
            return same;
        }
        same.run().ifPresent(run -> run.recording().replaced().keySet().stream()
                .filter(place -> place.contains("/*"))
                .forEach(kept::add));
        // The size of a list that may be empty says no more than the list, nor does the word that was searched.
        kept.addAll(sizesOfLists());
        kept.addAll(searched());
        if (applies(at, ValueChange.SAME_LENGTH, kept)) {
            Outcome outside = direct(ValueChange.SAME_LENGTH);
            if (outside.verdict() != FaultVerdict.SURVIVED) {
                return outside;
            }
        }
        return survived("it stays green when every list is empty, so it verifies no value then");
    }

    /** A list of lines must be detected as blank ones, too, which are as long as before. */
    private boolean isRedWhenEmpty() throws IOException {
        return detected(ValueChange.EMPTY_LIST).isPresent()
                && (!applies(at, ValueChange.BLANK_LINES, kept)
                        || detected(ValueChange.BLANK_LINES).isPresent());
    }

    private Set<String> sizesOfLists() {
        return at.healthy()
                .response()
                .document()
                .flatMap(document -> document.change(ValueChange.EMPTY_LIST, Set.of()))
                .map(changed -> changed.replaced().keySet())
                .orElse(Set.of());
    }

    /** Returns the places outside of lists whose values the request's query has too. */
    private Set<String> searched() {
        RecordedRequest search = at.healthy();
        Map<String, String> others = search.response()
                .document()
                .flatMap(document -> document.change(ValueChange.SAME_LENGTH, Set.of()))
                .map(Document.Changed::replaced)
                .orElse(Map.of());
        Set<String> asked =
                PageWalk.values(search.request()).map(Document::another).collect(Collectors.toSet());
        return others.keySet().stream()
                .filter(place -> !place.contains("/*") && asked.contains(others.get(place)))
                .collect(Collectors.toSet());
    }

    /** Returns a detection of a list that has not grown, where the canary looks at it before and after it writes. */
    private Optional<Outcome> grown() throws IOException {
        boolean again = control.before(at).stream().anyMatch(request -> request.request()
                        .uri()
                        .equals(at.healthy().request().uri()))
                && control.before(at).stream().anyMatch(RecordedRequest::wrote);
        return again && hasList() ? detected(ValueChange.ONE_LESS) : Optional.empty();
    }

    /** Returns a detection of a list in which nothing is found by what the canary has written in this run. */
    private Optional<Outcome> foundItsOwn() throws IOException {
        return hasList() && control.asksForWritten(at) ? detected(ValueChange.EMPTY_LIST) : Optional.empty();
    }

    private Optional<Outcome> detected(ValueChange change) throws IOException {
        if (!applies(at, change, kept)) {
            return Optional.empty();
        }
        Outcome outcome = trial.of(new ChangedValues(change, Set.copyOf(kept)), at);
        return outcome.verdict() == FaultVerdict.SURVIVED ? Optional.empty() : Optional.of(with(change, outcome));
    }

    /** Changes values until the canary detects it by itself, and not by an error of the service to a later request. */
    private Outcome direct(ValueChange change) throws IOException {
        Outcome last = survived("");
        for (int i = 0; i < MOST_USED && applies(at, change, kept); i++) {
            last = kept.isEmpty() && change == ValueChange.SAME_LENGTH
                    ? session.otherValues(at)
                    : trial.of(new ChangedValues(change, Set.copyOf(kept)), at);
            ProofRun run = last.run().orElse(null);
            if (run == null || !last.detected() || !run.hasConsequence(trial.control())) {
                return last.detected() ? with(change, last) : last;
            }
            last = new Outcome(FaultVerdict.SURVIVED, last.reason(), last.run());
            if (!kept.addAll(run.used())) {
                return last;
            }
        }
        return last;
    }

    private static Outcome with(ValueChange change, Outcome outcome) {
        return new Outcome(outcome.verdict(), change.description() + ": " + outcome.reason(), outcome.run());
    }

    private static Outcome survived(String reason) {
        return new Outcome(FaultVerdict.SURVIVED, reason, Optional.empty());
    }
}
