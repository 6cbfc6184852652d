package dev.andon.internal.canary.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which responses show what an earlier request did.
 *
 * @param performing the requests that perform the operation of the canary
 */
record CaseRelations(ProofSession session, List<FaultCase> performing) {

    /** Returns those of the cases whose values tell whether the operation works: its own, and those that show it. */
    List<FaultCase> showing(List<FaultCase> cases) throws IOException {
        List<FaultCase> operation = performing.stream().map(FaultCase::whole).toList();
        List<FaultCase> showing = new ArrayList<>();
        for (FaultCase one : cases) {
            if (operation.contains(one) || showsOneOf(one, operation)) {
                showing.add(one);
            }
        }
        return showing;
    }

    private boolean showsOneOf(FaultCase later, List<FaultCase> earlier) throws IOException {
        for (FaultCase one : earlier) {
            if (shows(later, one)) {
                return true;
            }
        }
        return false;
    }

    /** A response shows an earlier request if it depends on it, or if the canary compares it to what it has read before. */
    private boolean shows(FaultCase later, FaultCase earlier) throws IOException {
        ControlRuns control = session.control();
        return control.dependsOn(later, earlier)
                || follows(later, earlier)
                || (control.isReadAround(later, earlier) && session.stale(later).detected());
    }

    /**
     * Returns whether a later request uses a value of an earlier response: with other values, it asks for something else, or a
     * request before it did and failed. That the same number stands in both says nothing.
     */
    private boolean follows(FaultCase later, FaultCase earlier) throws IOException {
        ControlRuns control = session.control();
        if (!control.usesOwnValue(later, earlier) || !ValueTrial.appliesTo(earlier)) {
            return false;
        }
        List<RecordedRequest> between = control.between(earlier, later);
        return session.otherValues(earlier)
                .run()
                .filter(run -> run.usesReplaced(between))
                .isPresent();
    }

    /**
     * Returns whether a verified response tells of a write: it was requested by what the response to the write identifies, or
     * the canary is red where the service drops the write, whatever it reads then.
     */
    boolean tellsOf(FaultCase verified, FaultCase write) throws IOException {
        return session.control().isLinked(verified, write)
                || follows(verified, write)
                || session.lost(write).detected();
    }

    /** Returns whether a response shows an earlier request, or one that depends on a preparation that is not the operation. */
    boolean reaches(FaultCase later, FaultCase earlier) throws IOException {
        ControlRuns control = session.control();
        if (shows(later, earlier) || control.writesAgain(later, earlier) || control.usesOwnValue(later, earlier)) {
            return true;
        }
        return !performing.contains(earlier)
                && showsOneOf(
                        later,
                        session.cases().stream()
                                .filter(between -> session.control().dependsOn(between, earlier))
                                .toList());
    }

    /** A canary that reads an ETag to send it with a write need not look at the rest, if that is not its operation. */
    boolean isReadForItsHeader(FaultCase read) {
        return session.control().carriesOn(read) && !performing.contains(read);
    }

    /** Returns which one it is of several requests that look alike; empty where it is the only one. */
    String which(FaultCase at) {
        if (!at.group().isEmpty()) {
            return which(at.group().indexOf(at.members().get(0)), at.group().size());
        }
        List<FaultCase> alike = session.cases().stream()
                .filter(one -> one.id().key().equals(at.id().key()))
                .toList();
        return alike.size() > 1 ? which(alike.indexOf(at), alike.size()) : "";
    }

    private static String which(int index, int size) {
        return " (request " + (index + 1) + " of " + size + " to that address)";
    }
}
