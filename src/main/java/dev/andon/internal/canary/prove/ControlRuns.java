package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.prove.RequestNumbers.RequestId;
import dev.andon.internal.canary.values.Document;
import dev.andon.internal.canary.values.ValueChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a canary does when no fault is injected, in two runs.
 *
 * @param first the first control run
 * @param second the second one
 * @param keys which parts of a URI are the same in both
 */
record ControlRuns(ProofRun first, ProofRun second, RequestKeys keys) {
    private static final Set<String> CARRYING = Set.of("set-cookie", "location", "authorization", "etag");
    private static final Set<String> LINKING = Set.of("location", "authorization", "etag");
    private static final int SHORTEST_OWN = 3;
    private static final Pattern PROXY = Pattern.compile("localhost:\\d+");

    static ControlRuns of(ProofRun first, ProofRun second) {
        return new ControlRuns(first, second, RequestKeys.of(first.requests(), second.requests()));
    }

    /** Returns the result of the run that was red, if one was. */
    NestedRun.Result result() {
        return first.result().healthy() ? second.result() : first.result();
    }

    boolean healthy() {
        return first.result().healthy() && second.result().healthy();
    }

    /** Returns the requests of the second run, the cleanup included, as other runs number them. */
    List<RecordedRequest> requests() {
        RequestNumbers numbers = new RequestNumbers(keys);
        return second.requests().stream()
                .map(request -> request.numbered(numbers.next(request)))
                .toList();
    }

    /** Returns the requests of the operation, each with its repetitions; no fault is injected into the cleanup. */
    List<FaultCase> cases() {
        Set<HttpMessage> operation =
                second.operation().stream().map(RecordedRequest::request).collect(Collectors.toSet());
        Map<String, List<RecordedRequest>> groups = new LinkedHashMap<>();
        for (RecordedRequest request : requests()) {
            if (operation.contains(request.request())) {
                groups.computeIfAbsent(request.key() + " " + request.id().group(), key -> new ArrayList<>())
                        .add(request);
            }
        }
        return groups.values().stream()
                .map(members -> new FaultCase(List.copyOf(members), Integer.MAX_VALUE))
                .toList();
    }

    /** Returns the connection of a canary that sends no request at all; empty where it does, or does not connect. */
    Optional<FaultCase> onlyConnection() {
        RequestId id = new RequestId(RecordedRequest.WITHOUT_REQUEST, 0, 0);
        return requests().isEmpty() && second.connected()
                ? Optional.of(new FaultCase(List.of(RecordedRequest.connection(id, false)), Integer.MAX_VALUE))
                : Optional.empty();
    }

    /** Returns how many groups of requests have that key. */
    int groups(String key) {
        return (int) requests().stream()
                .map(RecordedRequest::id)
                .filter(id -> id.key().equals(key))
                .map(RequestId::group)
                .distinct()
                .count();
    }

    /** Returns how many requests have that key. */
    long count(String key) {
        return requests().stream().filter(request -> request.key().equals(key)).count();
    }

    /** Returns those of a later run that no control run has sent: the others have a counterpart already. */
    List<RecordedRequest> unknown(List<RecordedRequest> later) {
        Set<String> known = Stream.concat(first.requests().stream(), second.requests().stream())
                .map(request -> keys.key(request.request()))
                .collect(Collectors.toSet());
        return later.stream()
                .filter(request -> !known.contains(keys.key(request.request())))
                .toList();
    }

    /** Returns how the service answers requests with that key. */
    Set<Integer> statuses(String key) {
        return requests().stream()
                .filter(request -> request.key().equals(key))
                .map(request -> request.response().status())
                .collect(Collectors.toSet());
    }

    /** Returns what requests lack to identify the canary. */
    List<String> anonymous() {
        return second.requests().stream()
                .map(RecordedRequest::anonymous)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Returns whether the canary contacted its target, or asked the configuration for another address. */
    boolean asked() {
        return !second.requests().isEmpty() || second.result().asked();
    }

    /** Returns whether a request reads, after an earlier request may have written. */
    boolean readsBack(FaultCase read) {
        return read.healthy().isHttp()
                && !read.healthy().writes()
                && before(read).stream().anyMatch(RecordedRequest::wrote);
    }

    /**
     * Returns whether a request reads what an earlier one wrote: at its path, below it or above it, or what the canary had
     * read before it wrote.
     */
    boolean readsWhatWasWritten(FaultCase read) {
        List<RecordedRequest> before = before(read);
        boolean readBefore = before.stream()
                .takeWhile(request -> !request.writes())
                .anyMatch(request ->
                        request.request().uri().equals(read.healthy().request().uri()));
        return readBefore
                || before.stream()
                        .filter(RecordedRequest::wrote)
                        .anyMatch(write -> isRelated(read.healthy().path(), write.path()));
    }

    private static boolean isRelated(String read, String written) {
        return read.equals(written)
                || read.startsWith(written + "/")
                || (read.length() > 1 && written.startsWith(read + "/"));
    }

    /** Returns whether a canary reads the same before a write and after it, and so can compare. */
    boolean isReadAround(FaultCase read, FaultCase write) {
        List<RecordedRequest> before = before(write);
        return write.healthy().wrote()
                && !read.healthy().writes()
                && isAfter(read, write)
                && before.stream()
                        .anyMatch(request -> !request.writes()
                                && request.request()
                                        .uri()
                                        .equals(read.healthy().request().uri()));
    }

    /** Returns whether a request writes, and none after it reads. */
    boolean isWrittenUnread(FaultCase write) {
        List<RecordedRequest> all = requests();
        return write.healthy().wrote()
                && all.subList(all.indexOf(write.healthy()), all.size()).stream()
                        .allMatch(RecordedRequest::writes);
    }

    /** Returns whether a request reads what was written, at an address that only this run uses. */
    boolean readsItsOwn(FaultCase read) {
        return read.id().key().contains("{}") && readsWhatWasWritten(read);
    }

    /** Returns the requests before the last one of a case. */
    List<RecordedRequest> before(FaultCase later) {
        List<RecordedRequest> all = requests();
        return all.subList(0, all.indexOf(later.healthy()));
    }

    private int index(FaultCase one) {
        return requests().indexOf(one.healthy());
    }

    boolean isAfter(FaultCase later, FaultCase earlier) {
        return index(earlier) < index(later);
    }

    /**
     * Returns whether a request has to do with an earlier one: it uses a long value of the response, or reads what it wrote. A
     * second write to the same address, as every request of GraphQL is, does not read.
     */
    boolean dependsOn(FaultCase later, FaultCase earlier) {
        RecordedRequest one = earlier.healthy();
        RecordedRequest other = later.healthy();
        if (!isAfter(later, earlier)) {
            return false;
        }
        return (one.wrote() && !writesAgain(later, earlier) && isRelated(other.path(), one.path()))
                || usesValue(later, earlier, UsedValue.SHORTEST)
                || carried(one, other, CARRYING).findAny().isPresent()
                || sent(one.request())
                        .anyMatch(value -> own(other.response()).contains(value)
                                || (one.wrote() && UsedValue.in(other.request(), value)));
    }

    /** Returns whether a request writes to where an earlier one wrote. */
    boolean writesAgain(FaultCase later, FaultCase earlier) {
        return isAfter(later, earlier)
                && earlier.healthy().wrote()
                && later.healthy().writes()
                && later.healthy().path().equals(earlier.healthy().path());
    }

    /** Returns whether a value of the response that the request does not tell stands in a later request. */
    boolean usesOwnValue(FaultCase later, FaultCase earlier) {
        RecordedRequest one = earlier.healthy();
        Set<String> echoed = echoed(earlier);
        return isAfter(later, earlier)
                && one.response().values().stream()
                        .anyMatch(value -> !echoed.contains(portless(value))
                                && UsedValue.in(later.healthy().request(), value));
    }

    /** Returns those values of a response that differ from run to run just as the request does. */
    private Set<String> echoed(FaultCase one) {
        List<String> before = inRun(first, one)
                .flatMap(request -> request.response().values().stream())
                .map(ControlRuns::portless)
                .toList();
        Set<String> echoed = predicted(one);
        echoed.removeAll(before);
        return echoed;
    }

    /** Returns whether a value of the response, of at least so many characters, stands in a later request. */
    boolean usesValue(FaultCase later, FaultCase earlier, int shortest) {
        return isAfter(later, earlier)
                && earlier.healthy().response().values().stream()
                        .anyMatch(value -> value.length() >= shortest
                                && UsedValue.in(later.healthy().request(), value));
    }

    /** Returns whether a later request uses a header of the response that is new in each run, such as the link to what is new. */
    boolean isLinked(FaultCase later, FaultCase write) {
        Set<String> predicted = predicted(write);
        return isAfter(later, write)
                && carried(write.healthy(), later.healthy(), LINKING)
                        .anyMatch(value -> !predicted.contains(portless(value)));
    }

    /** Returns what a response has to the request, where that is the same in each run or repeats what the request has. */
    private Set<String> predicted(FaultCase one) {
        RecordedRequest now = one.healthy();
        return inRun(first, one)
                .map(before -> Echo.between(before.request(), now.request()).in(before.response()))
                .flatMap(response -> Stream.concat(
                        response.headers().stream().map(header -> header.value().split(";", 2)[0]),
                        response.values().stream()))
                .map(ControlRuns::portless)
                .collect(Collectors.toSet());
    }

    /** Returns whether a later request uses a header of the response, such as its {@code ETag}. */
    boolean carriesOn(FaultCase read) {
        List<RecordedRequest> all = requests();
        return all.subList(index(read) + 1, all.size()).stream()
                .anyMatch(later ->
                        carried(read.healthy(), later, CARRYING).findAny().isPresent());
    }

    /** Returns the values of headers of a response that a later request has. */
    private static Stream<String> carried(RecordedRequest earlier, RecordedRequest later, Set<String> headers) {
        return earlier.response().headers().stream()
                .filter(header -> headers.contains(header.name().toLowerCase(Locale.ROOT)))
                .map(header -> header.value().split(";", 2)[0])
                .filter(value -> UsedValue.in(later.request(), value)
                        || later.request().headers().stream()
                                .anyMatch(header -> header.value().equals(value)));
    }

    /** Returns the requests of the operation between two cases, one that is repeated at once as one. */
    List<RecordedRequest> between(FaultCase earlier, FaultCase later) {
        Set<HttpMessage> operation =
                second.operation().stream().map(RecordedRequest::request).collect(Collectors.toSet());
        List<RecordedRequest> all = requests();
        return ProofRun.withoutRepetitions(all.subList(index(earlier) + 1, index(later) + 1).stream()
                .filter(request -> operation.contains(request.request()))
                .toList());
    }

    private static Stream<String> sent(HttpMessage write) {
        return own(write).stream();
    }

    private static Set<String> own(HttpMessage message) {
        return message.document().map(Document::values).orElseGet(() -> Archive.values(message.body())).stream()
                .filter(value -> value.length() >= SHORTEST_OWN)
                .collect(Collectors.toSet());
    }

    /** Returns whether a response holds a value that the canary has written, and so can compare. */
    boolean holdsWritten(FaultCase read) {
        Set<String> values = own(read.healthy().response());
        return requests().stream().filter(RecordedRequest::wrote).anyMatch(write -> sent(write.request())
                .anyMatch(values::contains));
    }

    /** Returns whether the query of a request has a value that the canary wrote before, and that is new in each run. */
    boolean asksForWritten(FaultCase read) {
        Set<String> asked = PageWalk.values(read.healthy().request())
                .filter(keys::isVariable)
                .collect(Collectors.toSet());
        return before(read).stream().filter(RecordedRequest::wrote).anyMatch(write -> sent(write.request())
                .anyMatch(asked::contains));
    }

    /** Returns the places of the values that are the same in both runs and in further ones, in a response without lists. */
    Set<String> steady(FaultCase read, List<ProofRun> more) {
        Map<String, String> values = others(read.healthy());
        Stream.concat(Stream.of(first), more.stream())
                .flatMap(run -> inRun(run, read))
                .forEach(request -> values.entrySet().retainAll(others(request).entrySet()));
        return values.keySet();
    }

    /**
     * Returns whether the same request was repeated so many times in both runs, and answered alike: what a canary awaits would
     * differ in the last response.
     */
    boolean answersAlike(FaultCase group) {
        RecordedRequest last = group.healthy();
        List<RecordedRequest> members = group.members();
        return members.size() > 1
                && members.stream()
                        .allMatch(
                                one -> one.request().uri().equals(last.request().uri()))
                && members.stream()
                        .allMatch(one ->
                                one.response().status() == last.response().status())
                && inGroup(first, last) == members.size()
                && members.stream().allMatch(one -> isAlike(one, last));
    }

    private long inGroup(ProofRun run, RecordedRequest one) {
        RequestNumbers numbers = new RequestNumbers(keys);
        return run.requests().stream()
                .map(numbers::next)
                .filter(id ->
                        id.key().equals(one.key()) && id.group() == one.id().group())
                .count();
    }

    /** What differs in the response to the same request in the first run, such as a time, may differ here. */
    private boolean isAlike(RecordedRequest one, RecordedRequest last) {
        Map<String, String> values = others(last);
        Map<String, String> earlier = others(one);
        Set<String> varying = new HashSet<>(values.keySet());
        varying.removeAll(steady(new FaultCase(List.of(last), Integer.MAX_VALUE), List.of()));
        values.keySet().removeAll(varying);
        earlier.keySet().removeAll(varying);
        boolean comparable = one.response().document().isPresent() || !values.isEmpty();
        return comparable
                ? values.equals(earlier)
                : Arrays.equals(one.response().body(), last.response().body());
    }

    /** Equal values are replaced by equal ones. */
    private static Map<String, String> others(RecordedRequest request) {
        Map<String, String> others = new HashMap<>();
        request.response()
                .document()
                .flatMap(document -> document.change(ValueChange.SAME_LENGTH, Set.of()))
                .ifPresent(changed -> changed.replaced().forEach((place, value) -> others.put(place, portless(value))));
        return others;
    }

    /** The proxy has another port in each run, which links name. */
    private static String portless(String text) {
        return PROXY.matcher(text).replaceAll("localhost");
    }

    private Stream<RecordedRequest> inRun(ProofRun run, FaultCase read) {
        RequestNumbers numbers = new RequestNumbers(keys);
        return run.requests().stream()
                .filter(request -> numbers.next(request).equals(read.healthy().id()));
    }

    /** Returns whether the response to a request differs from run to run. */
    boolean varies(FaultCase read) {
        String text = portless(read.healthy().response().text());
        return inRun(first, read)
                .noneMatch(request -> portless(request.response().text()).equals(text));
    }
}
