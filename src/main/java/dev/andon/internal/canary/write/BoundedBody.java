package dev.andon.internal.canary.write;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;

/** Reads a body up to a limit and fails where it is longer, so that an endless response cannot fill the memory. */
final class BoundedBody implements BodySubscriber<byte[]> {
    /** How many bytes a body may have where the canary chooses no other limit. */
    static final int USUAL = 1 << 20;

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;

    @SuppressWarnings("NullAway.Init") // onSubscribe is called first
    private Flow.Subscription subscription;

    /** The body is longer than a canary reads. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        TooLong(int most) {
            super("the answer is longer than " + (most % USUAL == 0 ? most / USUAL + " MB" : most + " bytes"));
        }
    }

    BoundedBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (body.isDone()) {
                return;
            }
            if ((long) bytes.size() + buffer.remaining() > most) {
                subscription.cancel();
                body.completeExceptionally(new TooLong(most));
                return;
            }
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
        }
    }

    @Override
    public void onError(Throwable error) {
        body.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toByteArray());
    }

    /** Unzips a body up to the limit: some servers compress unasked, and a small body may unzip to a huge one. */
    static byte[] unzipped(byte[] zipped, int most) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            byte[] plain = in.readNBytes(most + 1);
            if (plain.length > most) {
                throw new TooLong(most);
            }
            return plain;
        }
    }
}
