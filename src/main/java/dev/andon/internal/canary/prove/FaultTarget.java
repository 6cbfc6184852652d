package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.prove.RequestNumbers.RequestId;

/**
 * The requests of a run into whose responses a fault is injected.
 *
 * @param key method and URI, ids left out
 * @param group which group of requests with that key
 * @param first the first request of the group
 * @param last the last request of the group
 * @param again whether all later groups are meant too, since the canary begins again when it is disturbed
 */
record FaultTarget(String key, int group, int first, int last, boolean again) {

    /** Returns all requests of a group, however many there are. */
    static FaultTarget of(RequestId id) {
        return new FaultTarget(id.key(), id.group(), 0, Integer.MAX_VALUE, false);
    }

    FaultTarget only(int from, int to) {
        return new FaultTarget(key, group, from, to, again);
    }

    /** Returns the same requests where the first of the group has another number. */
    FaultTarget moved(RequestId from, RequestId to) {
        int by = to.member() - from.member();
        return new FaultTarget(to.key(), to.group(), first + by, last == Integer.MAX_VALUE ? last : last + by, again);
    }

    FaultTarget andAgain() {
        return new FaultTarget(key, group, first, last, true);
    }

    /** Returns all requests with the same key. */
    FaultTarget everywhere() {
        return new FaultTarget(key, 0, 0, Integer.MAX_VALUE, true);
    }

    boolean contains(RequestId id) {
        if (!id.key().equals(key)) {
            return false;
        }
        boolean inGroup = id.group() == group && id.member() >= first && id.member() <= last;
        return inGroup || (again && id.group() > group);
    }
}
