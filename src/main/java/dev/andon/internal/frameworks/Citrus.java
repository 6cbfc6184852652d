package dev.andon.internal.frameworks;

import java.util.List;

/** Citrus: actions are built for endpoints that stand elsewhere, and one that receives checks what it gets. */
final class Citrus implements Framework {

    private static final String PACKAGE = "(org\\.citrusframework|com\\.consol\\.citrus)\\.";
    private static final String RUNNER = PACKAGE + "(\\w+\\.)*\\w*(TestActionRunner|TestCaseRunner)";

    @Override
    public List<RequestRule> requests() {
        return List.of(RequestForm.HIDDEN.by(RUNNER, "\\$|run|given|when|then|and"));
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of(PACKAGE + "(\\w+\\.)*\\w*Builder(\\$\\w+)?", "receive|validate"));
    }
}
