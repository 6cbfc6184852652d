package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.values.Document;
import dev.andon.internal.canary.values.Document.Changed;
import dev.andon.internal.canary.values.ValueChange;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Changes the values of the current response; status, headers and format stay.
 *
 * @param change what happens to the values
 * @param kept the places of values that the canary uses in later requests, and that stay as they are
 */
record ChangedValues(ValueChange change, Set<String> kept) implements FaultMechanism {
    private static final int SIGNATURE = 4;

    @Override
    public Fault fault() {
        return Fault.CHANGED_VALUE;
    }

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        HttpMessage response = healthy.response();
        Optional<Document> document = response.document();
        return response.hasContent()
                && changed(response, document, document.flatMap(found -> found.change(change, kept)))
                        .isPresent();
    }

    @Override
    public void answer(FaultedRequest request) throws IOException {
        if (request.isSubscription()) {
            AtomicInteger earlier = new AtomicInteger();
            request.sendEvents(event -> {
                Optional<Document> document = event.document();
                int count = document.map(Document::count).orElse(0);
                int before = earlier.getAndAdd(count);
                return changed(request, event, document.map(found -> found.after(before)));
            });
        } else {
            HttpMessage healthy = request.healthy();
            request.send(changed(request, healthy, healthy.document()));
        }
    }

    private HttpMessage changed(FaultedRequest request, HttpMessage healthy, Optional<Document> document) {
        Optional<Changed> text = document.flatMap(found -> found.change(change, kept));
        text.ifPresent(found -> request.replaced(found.replaced()));
        return changed(healthy, document, text).orElse(healthy);
    }

    private Optional<HttpMessage> changed(HttpMessage healthy, Optional<Document> document, Optional<Changed> text) {
        return document.isPresent()
                ? text.map(found -> healthy.withText(found.text()))
                : bytes(healthy.body()).map(healthy::withBody);
    }

    private Optional<byte[]> bytes(byte[] healthy) {
        if (change == ValueChange.OTHER_LENGTH) {
            return Optional.of(Arrays.copyOf(healthy, Math.max(1, healthy.length / 2)));
        }
        if (change != ValueChange.SAME_LENGTH) {
            return Optional.empty();
        }
        return Archive.withOtherContent(healthy, ChangedValues::others)
                .or(() -> PdfContent.withOther(healthy))
                .or(() -> Optional.of(others(healthy)));
    }

    /** Of an image or another binary format, all but the beginning is changed, since that tells the format. */
    private static byte[] others(byte[] healthy) {
        byte[] changed = healthy.clone();
        for (int i = Math.max(Math.min(SIGNATURE, healthy.length - 1), healthy.length / 4); i < changed.length; i++) {
            changed[i] ^= 1;
        }
        return changed;
    }
}
