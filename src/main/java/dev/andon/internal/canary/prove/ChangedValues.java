package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.values.Document.Changed;
import dev.andon.internal.canary.values.ValueChange;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

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
        return healthy.response().hasContent() && changed(healthy.response()).isPresent();
    }

    @Override
    public void answer(FaultedRequest request) throws IOException {
        if (request.isSubscription()) {
            request.sendEvents(healthy -> changed(request, healthy));
        } else {
            request.send(changed(request, request.healthy()));
        }
    }

    private HttpMessage changed(FaultedRequest request, HttpMessage healthy) {
        textOf(healthy).ifPresent(text -> request.replaced(text.replaced()));
        return changed(healthy).orElse(healthy);
    }

    private Optional<Changed> textOf(HttpMessage healthy) {
        return healthy.document().flatMap(document -> document.change(change, kept));
    }

    private Optional<HttpMessage> changed(HttpMessage healthy) {
        return healthy.document().isPresent()
                ? textOf(healthy).map(text -> healthy.withText(text.text()))
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
