package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.FieldFacts;
import java.util.List;

/** AssertJ. */
final class AssertJ implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("org\\.assertj\\..*Assertions\\w*", "fail.*|shouldHaveThrown"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("org.assertj.");
    }

    @Override
    public boolean isFluentAssertion(String owner) {
        return owner.startsWith("org.assertj.core.api.")
                && (owner.endsWith("Assert") || owner.endsWith("AssertAlternative"));
    }

    @Override
    public boolean isFluentLibrary(String owner) {
        return owner.startsWith("org.assertj.");
    }

    @Override
    public boolean isSoftAssertion(String owner) {
        return owner.contains("SoftAssertions");
    }

    @Override
    public boolean checksSoftAssertions(FieldFacts field) {
        String simpleName = field.type().substring(field.type().lastIndexOf('.') + 1);
        return simpleName.matches("JUnit(BDD|Jupiter|JupiterBDD)?SoftAssertions")
                || field.annotations().stream()
                        .anyMatch(annotation -> annotation.type().endsWith(".InjectSoftAssertions"));
    }

    @Override
    public List<String> canaryPackages() {
        return List.of("org.assertj.");
    }
}
