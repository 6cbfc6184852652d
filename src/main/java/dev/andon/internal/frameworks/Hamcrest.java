package dev.andon.internal.frameworks;

import java.util.List;

/** Hamcrest. */
final class Hamcrest implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of("org\\.hamcrest\\.(MatcherAssert|junit\\..*)", "assertThat"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("org.hamcrest.");
    }

    @Override
    public List<String> canaryPackages() {
        return List.of("org.hamcrest.");
    }
}
