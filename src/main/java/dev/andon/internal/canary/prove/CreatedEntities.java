package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.values.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Deletes in place of a canary what it created and, disturbed by a fault, did not delete. How it deletes is taken from its own
 * control run, so nothing is deleted but what this proof created.
 *
 * @param deletions what the canary deletes of its own
 */
record CreatedEntities(List<Deletion> deletions) {
    static final CreatedEntities NONE = new CreatedEntities(List.of());

    /**
     * A deletion of a control run.
     *
     * @param creation the key of the request that created the entity
     * @param index which of the values in the response to it, or in its {@code Location}, is the id
     * @param request the deletion
     * @param id the id in the deletion's URI
     */
    record Deletion(String creation, int index, RecordedRequest request, String id) {}

    static CreatedEntities of(ControlRuns control) {
        List<Deletion> deletions = new ArrayList<>();
        List<RecordedRequest> requests = control.requests();
        for (RecordedRequest deletion : requests) {
            if (deletion.isHttp() && deletion.request().method().equals("DELETE")) {
                requests.subList(0, requests.indexOf(deletion)).stream()
                        .filter(RecordedRequest::wrote)
                        .flatMap(creation -> deletion(creation, deletion, control).stream())
                        .findFirst()
                        .ifPresent(deletions::add);
            }
        }
        return new CreatedEntities(deletions);
    }

    private static Optional<Deletion> deletion(
            RecordedRequest creation, RecordedRequest deletion, ControlRuns control) {
        List<String> ids = ids(creation);
        return Arrays.stream(deletion.request().uri().split("[/?&=]", -1))
                .filter(part -> !part.isEmpty() && control.keys().isVariable(part))
                .filter(ids::contains)
                .findFirst()
                .map(id -> new Deletion(creation.key(), ids.indexOf(id), deletion, id));
    }

    private static List<String> ids(RecordedRequest creation) {
        List<String> ids = new ArrayList<>();
        creation.response().header("Location").ifPresent(at -> ids.add(at.substring(at.lastIndexOf('/') + 1)));
        creation.response().document().map(Document::values).ifPresent(ids::addAll);
        return ids;
    }

    /** Returns the requests that delete what a run left behind. */
    List<HttpMessage> leftBehind(ProofRun run) {
        List<HttpMessage> left = new ArrayList<>();
        List<RecordedRequest> requests = run.requests();
        for (Deletion deletion : deletions) {
            for (RecordedRequest creation : requests) {
                if (creation.wrote() && creation.key().equals(deletion.creation())) {
                    List<String> ids = ids(creation);
                    if (deletion.index() < ids.size()) {
                        String uri = withId(deletion, ids.get(deletion.index()));
                        if (requests.stream().noneMatch(request -> deletes(request, uri))) {
                            left.add(request(deletion, creation, uri));
                        }
                    }
                }
            }
        }
        return left;
    }

    private static String withId(Deletion deletion, String id) {
        String uri = deletion.request().request().uri();
        int at = uri.lastIndexOf(deletion.id());
        return uri.substring(0, at) + id + uri.substring(at + deletion.id().length());
    }

    private static boolean deletes(RecordedRequest request, String uri) {
        return request.wrote()
                && request.request().method().equals("DELETE")
                && request.request().uri().equals(uri);
    }

    /** Sends the credentials of the run that created the entity. */
    private static HttpMessage request(Deletion deletion, RecordedRequest creation, String uri) {
        HttpMessage known = deletion.request().request();
        HttpMessage request = new HttpMessage("DELETE " + uri + " HTTP/1.1", known.headers(), known.body());
        for (HttpMessage.Header header : creation.request().headers()) {
            boolean credential = header.name().equalsIgnoreCase("Authorization")
                    || header.name().equalsIgnoreCase("Cookie");
            request = credential ? request.with(header.name(), header.value()) : request;
        }
        return request;
    }
}
