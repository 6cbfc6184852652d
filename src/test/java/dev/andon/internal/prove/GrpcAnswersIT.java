package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.TestProof;
import dev.andon.testing.Compiled;
import dev.andon.testing.RealLibraries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gRPC method returns nothing: it hands its answers to an observer. */
class GrpcAnswersIT {

    /** Answers with messages that the library itself brings. */
    private static final String CLOCK = """
            package shop;
            import com.google.protobuf.*;
            import io.grpc.stub.StreamObserver;
            public class Clock {
                public void checked(StringValue of, StreamObserver<Duration> observer) {
                    observer.onNext(Duration.newBuilder().setSeconds(5).build());
                    observer.onCompleted();
                }
                public void unchecked(StringValue of, StreamObserver<Duration> observer) {
                    observer.onNext(Duration.newBuilder().setSeconds(5).build());
                    observer.onCompleted();
                }
                public void request(String of) {
                    StreamObserver<StringValue> another = new ClockIT.Answers<>();
                    another.onNext(StringValue.of(of));
                }
                public void nothing(StringValue of, StreamObserver<Empty> observer) {
                    observer.onNext(Empty.getDefaultInstance());
                    observer.onCompleted();
                }
            }
            """;

    private static final String TESTS = """
            package shop;
            import static org.junit.jupiter.api.Assertions.*;
            import io.grpc.stub.StreamObserver;
            import java.util.*;
            import org.junit.jupiter.api.Test;
            class ClockIT {
                static final class Answers<T> implements StreamObserver<T> {
                    final List<T> all = new ArrayList<>();
                    boolean completed;
                    public void onNext(T value) { all.add(value); }
                    public void onError(Throwable error) {}
                    public void onCompleted() { completed = true; }
                }
                private final Clock clock = new Clock();
                @Test void checked() {
                    Answers<com.google.protobuf.Duration> answers = new Answers<>();
                    clock.checked(null, answers);
                    assertEquals(5, answers.all.get(0).getSeconds());
                }
                @Test void unchecked() {
                    Answers<com.google.protobuf.Duration> answers = new Answers<>();
                    clock.unchecked(null, answers);
                    assertEquals(1, answers.all.size());
                }
                @Test void request() { clock.request("now"); assertNotNull(clock); }
                @Test void nothing() {
                    Answers<com.google.protobuf.Empty> answers = new Answers<>();
                    clock.nothing(null, answers);
                    assertTrue(answers.completed);
                }
            }
            """;

    @TempDir
    Path classes;

    @TempDir
    Path output;

    @Test
    void what_a_method_hands_to_its_observer_is_changed_too() {
        List<Path> classPath = new ArrayList<>();
        classPath.add(RealLibraries.on(Compiled.into(classes).sources(List.of(CLOCK, TESTS)))
                .compile());
        RealLibraries.jars().stream()
                .filter(jar -> jar.getFileName().toString().matches("(?:protobuf-java|grpc-stub|grpc-api|guava)-.*"))
                .forEach(classPath::add);
        String parameters = "(Lcom/google/protobuf/StringValue;Lio/grpc/stub/StreamObserver;)V";

        TestProof proof = Proofs.prove(
                output,
                classPath,
                "shop.Clock",
                List.of(
                        "checked" + parameters,
                        "unchecked" + parameters,
                        "nothing" + parameters,
                        "request(Ljava/lang/String;)V"),
                "shop.ClockIT");

        assertThat(proof.leftOut()).isEmpty();
        assertThat(Proofs.verdicts(proof))
                .containsOnly(
                        entry("checked THROWS", Verdict.DETECTED),
                        entry("checked DOES_NOTHING", Verdict.DETECTED),
                        entry("checked CHANGED_VALUE", Verdict.DETECTED),
                        entry("unchecked THROWS", Verdict.DETECTED),
                        entry("unchecked DOES_NOTHING", Verdict.DETECTED),
                        entry("unchecked CHANGED_VALUE", Verdict.SURVIVED),
                        entry("request THROWS", Verdict.DETECTED),
                        entry("request DOES_NOTHING", Verdict.SURVIVED),
                        // It asks another service, and answers nothing.
                        entry("request CHANGED_VALUE", Verdict.NOT_APPLICABLE),
                        entry("nothing THROWS", Verdict.DETECTED),
                        entry("nothing DOES_NOTHING", Verdict.DETECTED),
                        entry("nothing CHANGED_VALUE", Verdict.NOT_APPLICABLE));
        assertThat(proof.faults())
                .filteredOn(fault -> fault.verdict() == Verdict.SURVIVED)
                .extracting(MethodFaultResult::change)
                .contains("seconds + 1, nanos + 1");
    }
}
