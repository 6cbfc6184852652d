package dev.andon.internal.frameworks;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Andon's own annotations and canary proofs, by name: its jar may be missing from what is judged. */
final class Andon implements Framework {

    private static final Map<String, TestKind> KINDS = Map.of(
            "dev.andon.UnitTest", TestKind.UNIT,
            "dev.andon.IntegrationTest", TestKind.INTEGRATION,
            "dev.andon.EndToEndTest", TestKind.END_TO_END,
            "dev.andon.Canary", TestKind.CANARY);

    @Override
    public List<String> tags(AnnotationFacts annotation) {
        TestKind kind = KINDS.get(annotation.type());
        return kind == null ? List.of() : List.of(kind.tag());
    }

    /** A proof calls the service only to see how a canary reacts to faulty responses. */
    @Override
    public Optional<TestSetup> testSetup(TestUse test) {
        return test.names("dev.andon.canary.CanaryProof")
                .map(type -> new TestSetup(TestSetup.Scale.CANARY_PROOF, TestKind.CANARY, TestSetup.PROVES_CANARIES));
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of("dev\\.andon\\.canary\\.CanaryProof\\$Against", "tests"),
                CallRule.of("dev\\.andon\\.canary\\.CanaryResponse", "expectStatus"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("dev.andon.canary.");
    }

    @Override
    public List<String> canaryPackages() {
        return List.of("dev.andon.");
    }
}
