package dev.andon.internal.frameworks;

import java.util.List;

/** Karate: the requests and the assertions stand in feature files, which a method of a test runs. */
final class Karate implements Framework {

    private static final String PACKAGE = "(com\\.intuit\\.karate|io\\.karatelabs)\\.";

    @Override
    public List<RequestRule> requests() {
        return List.of(RequestForm.HIDDEN.by(
                PACKAGE + "(junit[56]\\.Karate|(core\\.)?Runner(\\$Builder)?)",
                "run|runAll|runFeature|path|feature\\w*|parallel"));
    }

    /** {@code @Karate.Test Karate orders() { return Karate.run("orders"); }}: a runner's results are asserted in code. */
    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of(PACKAGE + "junit[56]\\.Karate", "run|runAll"));
    }
}
