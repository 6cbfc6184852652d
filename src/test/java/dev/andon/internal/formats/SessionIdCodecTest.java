package dev.andon.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdCodecTest {

    @ParameterizedTest
    @ValueSource(strings = {"17-4711", "my build/2", "100%;", "Ä"})
    void decodes_what_it_encodes(String build) {
        SessionId id = new SessionId(build, Set.of("com.acme.OrderTest", "com.acme.CartTest$Nested"));

        assertThat(SessionIdCodec.decode(SessionIdCodec.encode(id))).contains(id);
        assertThat(SessionIdCodec.decode(SessionIdCodec.encode(new SessionId(build, Set.of()))))
                .contains(new SessionId(build, Set.of()));
        SessionId setUp = SessionId.ofSetUp(build, "com.acme.OrderTest");
        assertThat(SessionIdCodec.decode(SessionIdCodec.encode(setUp))).contains(setUp);
        SessionId finished = SessionId.ofFinished(build, Set.of("com.acme.OrderTest", "com.acme.CartTest"));
        assertThat(SessionIdCodec.decode(SessionIdCodec.encode(finished))).contains(finished);
    }

    @Test
    void too_many_classes_are_left_out() {
        Set<String> many = IntStream.range(0, 2_000)
                .mapToObj(number -> "com.acme.orders.OrderTest" + number)
                .collect(Collectors.toSet());

        assertThat(SessionIdCodec.decode(SessionIdCodec.encode(new SessionId("b", many))))
                .contains(new SessionId("b", Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "laptop-1f2e", "andon", "andon/", "andon/build", "andon/%zz/com.acme.A"})
    void sessions_of_others_have_no_id(String text) {
        assertThat(SessionIdCodec.decode(text)).isEmpty();
    }
}
