package dev.andon.internal.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.TestProofRecord;
import dev.andon.internal.evidence.ledger.RunFreshness;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.Shard;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.formats.TestProofCodec;
import dev.andon.internal.require.ProofRequirement;
import dev.andon.testing.BuiltProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTestProofsTest {

    private static final Instant BUILT = Instant.now().minusSeconds(60);

    @TempDir
    Path temp;

    private static TestProof proof(String service, String... tests) {
        FaultedMethod method = new FaultedMethod(service, "m", "()V", "A.java", 1, "GET /", service, "shop");
        Verdict verdict = tests.length == 0 ? Verdict.NOT_REACHED : Verdict.DETECTED;
        return new TestProof(
                "1",
                TestKind.UNIT,
                List.of(new MethodFaultResult(method, MethodFault.THROWS, "", verdict, "", List.of(tests), "")),
                List.of(),
                "",
                Shard.ALL,
                TestProof.Timing.NONE);
    }

    private void recorded(String module, Instant at, TestProof proof) throws IOException {
        Path file = TestProofCodec.file(temp.resolve(module), TestKind.UNIT);
        Files.createDirectories(file.getParent());
        Files.writeString(file, TestProofCodec.encode(new TestProofCodec.Recorded(at, proof)));
    }

    private TestProofRecord read() {
        BuiltProject build = BuiltProject.in(temp.resolve("classes"))
                .main("shop", "package com.acme; public class Till { public int open() { return 1; } }")
                .test("shop", """
                        package com.acme;
                        class TillTest {
                            @org.junit.jupiter.api.Test void opens() { new Till().open(); }
                        }
                        """);
        CodeIndex index = build.index();
        Workspace workspace = new Workspace(List.of(
                new Module("one", temp, temp.resolve("one"), build.roots()),
                new Module("two", temp, temp.resolve("two"), List.of())));
        return new RecordedTestProofs(module -> List.of(module.output()))
                .proofs(
                        List.of(new ProofRequirement(TestKind.UNIT, List.of(), List.of(), 1, Duration.ZERO)),
                        new TestProofSource.Classes(workspace, index),
                        Discovery.discover(index, DiscoveryRequest.of()),
                        RunFreshness.since(BUILT))
                .get(TestKind.UNIT);
    }

    @Test
    void what_several_readiness_classes_left_behind_is_read() throws IOException {
        recorded("one", Instant.now(), proof("com.acme.A", "com.acme.TillTest#opens"));
        recorded("two", Instant.now(), proof("com.acme.B", "com.acme.TillTest#opens"));

        assertThat(read()).isInstanceOfSatisfying(TestProofRecord.Proven.class, proven -> assertThat(
                        proven.proof().faults())
                .extracting(fault -> fault.method().service())
                .containsExactly("com.acme.A", "com.acme.B"));
    }

    @Test
    void a_proof_that_names_no_test_is_as_old_as_the_tests_that_there_are() throws IOException {
        recorded("one", Instant.now(), proof("com.acme.A"));
        assertThat(read()).isInstanceOf(TestProofRecord.Proven.class);

        recorded("one", BUILT.minusSeconds(1), proof("com.acme.A"));
        assertThat(read()).isInstanceOfSatisfying(TestProofRecord.Missing.class, missing -> assertThat(missing.reason())
                .contains("may be older than the class files"));
    }

    @Test
    void one_that_cannot_be_read_is_named_however_many_others_there_are() throws IOException {
        recorded("one", Instant.now(), proof("com.acme.A", "com.acme.TillTest#opens"));
        recorded("two", Instant.now(), proof("com.acme.B", "com.acme.TillTest#opens"));
        Files.writeString(TestProofCodec.file(temp.resolve("two"), TestKind.UNIT), "{");

        assertThat(read()).isInstanceOfSatisfying(TestProofRecord.Missing.class, missing -> assertThat(missing.reason())
                .contains("two", "cannot be read"));
    }
}
