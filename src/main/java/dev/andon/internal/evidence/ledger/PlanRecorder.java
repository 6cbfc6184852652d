package dev.andon.internal.evidence.ledger;

import dev.andon.internal.formats.LedgerLine;
import dev.andon.internal.formats.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Turns the events of one test plan into one line for each top-level class. Any engine will do: a class is told by its
 * source, and where an engine knows no classes its outermost containers stand for them.
 */
final class PlanRecorder {

    private static final Scope NONE = new Scope(null, "", "", List.of());

    private final TestPlan plan;
    private final String build;
    private final LedgerFile file;
    private final Map<UniqueId, Scope> scopes = new ConcurrentHashMap<>();
    private final Map<UniqueId, Long> starts = new ConcurrentHashMap<>();

    PlanRecorder(TestPlan plan, String build, LedgerFile file) {
        this.plan = plan;
        this.build = build;
        this.file = file;
    }

    /** What a container means for the tests in it: the open class they belong to, and whose method they are. */
    private record Scope(@Nullable OpenClass open, String className, String methodName, List<String> tags) {}

    void started(TestIdentifier identifier) {
        UniqueId id = identifier.getUniqueIdObject();
        if (identifier.isContainer()) {
            scopes.put(id, scopeOf(identifier));
        }
        if (identifier.isTest()) {
            starts.put(id, System.nanoTime());
        }
    }

    void skipped(TestIdentifier identifier, String reason) {
        if (isEngine(identifier)) {
            plan.getChildren(identifier).forEach(child -> skipped(child, reason));
            return;
        }
        UniqueId id = identifier.getUniqueIdObject();
        Scope scope = identifier.isContainer() ? scopeOf(identifier) : parentOf(identifier);
        OpenClass open = scope.open() != null ? scope.open() : openFor(identifier);
        if (stands(identifier)) {
            open.add(testRun(identifier, scope, Outcome.SKIPPED, 0));
        } else {
            addAllIn(identifier, open, Outcome.SKIPPED);
        }
        if (open.id.equals(id)) {
            file.append(open.close(build, Outcome.SKIPPED, Reason.brief(reason), file.classFolders()));
        }
    }

    void finished(TestIdentifier identifier, TestExecutionResult result) {
        if (isEngine(identifier)) {
            scopes.remove(identifier.getUniqueIdObject());
            return;
        }
        UniqueId id = identifier.getUniqueIdObject();
        Outcome outcome = outcomeOf(result);
        Scope own = identifier.isContainer() ? scopes.remove(id) : null;
        Scope scope = own != null ? own : parentOf(identifier);
        OpenClass open = scope.open() != null ? scope.open() : openFor(identifier);
        boolean closes = open.id.equals(id);
        if (identifier.isTest()) {
            Long start = starts.remove(id);
            open.add(testRun(identifier, scope, outcome, start == null ? 0 : System.nanoTime() - start));
        } else if (outcome != Outcome.SUCCESSFUL && !closes) {
            endedBadly(identifier, scope, open, outcome, reasonOf(result));
        }
        if (closes) {
            file.append(open.close(build, outcome, reasonOf(result), file.classFolders()));
        }
    }

    // A container inside a class: a method of many invocations, or a nested class, whose set-up or tear-down did not go
    // well.
    private void endedBadly(TestIdentifier container, Scope scope, OpenClass open, Outcome outcome, String reason) {
        if (stands(container)) {
            open.add(testRun(container, scope, outcome, 0));
            return;
        }
        if (!open.ranAnythingOf(container.getUniqueIdObject())) {
            addAllIn(container, open, outcome);
        }
        if (outcome == Outcome.FAILED) {
            open.fail(scope.className() + ": " + reason);
        }
    }

    private void addAllIn(TestIdentifier container, OpenClass open, Outcome outcome) {
        for (TestIdentifier child : plan.getChildren(container)) {
            if (stands(child)) {
                open.add(testRun(child, new Scope(open, open.className(), "", tagsOf(container)), outcome, 0));
            } else {
                addAllIn(child, open, outcome);
            }
        }
    }

    /** Whether it counts as one test: a test, or a method whose invocations are known only once it runs. */
    private static boolean stands(TestIdentifier identifier) {
        return identifier.isTest()
                || identifier.getSource().filter(MethodSource.class::isInstance).isPresent();
    }

    private Scope parentOf(TestIdentifier identifier) {
        return identifier
                .getParentIdObject()
                .map(parent -> scopes.getOrDefault(parent, NONE))
                .orElse(NONE);
    }

    private Scope scopeOf(TestIdentifier container) {
        Scope parent = parentOf(container);
        if (isEngine(container)) {
            // The tests of an engine within a suite are the suite's, unless they have classes of their own.
            return parent;
        }
        OpenClass open = parent.open();
        TestSource source = container.getSource().orElse(null);
        if (source instanceof ClassSource ofClass) {
            String name = ofClass.getClassName();
            boolean own = open == null
                    || isBelowEngine(container)
                    || (isVintage(container) && !name.startsWith(open.className() + "$"));
            return new Scope(
                    own || open == null ? new OpenClass(container.getUniqueIdObject(), name) : open,
                    name,
                    "",
                    tagsOf(container));
        }
        OpenClass owner = open != null ? open : openFor(container);
        if (source instanceof MethodSource ofMethod) {
            return new Scope(owner, ofMethod.getClassName(), ofMethod.getMethodName(), tagsOf(container));
        }
        List<String> tags = container.getTags().isEmpty() ? parent.tags() : tagsOf(container);
        return new Scope(
                owner,
                parent.className().isEmpty() ? owner.className() : parent.className(),
                parent.methodName(),
                tags);
    }

    private static OpenClass openFor(TestIdentifier identifier) {
        String name = identifier
                .getSource()
                .map(source -> source instanceof MethodSource of ? of.getClassName() : null)
                .orElseGet(identifier::getDisplayName);
        return new OpenClass(identifier.getUniqueIdObject(), name);
    }

    private static boolean isBelowEngine(TestIdentifier container) {
        return container
                .getParentIdObject()
                .filter(parent -> parent.getLastSegment().getType().equals("engine"))
                .isPresent();
    }

    private static boolean isEngine(TestIdentifier identifier) {
        return identifier.getUniqueIdObject().getLastSegment().getType().equals("engine");
    }

    // A JUnit 4 suite lists other classes, each of which ran in its own right.
    private static boolean isVintage(TestIdentifier identifier) {
        return identifier
                .getUniqueIdObject()
                .getEngineId()
                .filter("junit-vintage"::equals)
                .isPresent();
    }

    private static LedgerLine.Test testRun(TestIdentifier identifier, Scope scope, Outcome outcome, long nanos) {
        String className = scope.className();
        String methodName = scope.methodName();
        TestSource source = identifier.getSource().orElse(null);
        if (source instanceof MethodSource ofMethod) {
            className = ofMethod.getClassName();
            methodName = ofMethod.getMethodName();
        } else if (source instanceof ClassSource ofClass) {
            className = ofClass.getClassName();
        }
        return new LedgerLine.Test(
                identifier.getUniqueId(),
                className.isEmpty() ? identifier.getDisplayName() : className,
                methodName.isEmpty() ? identifier.getDisplayName() : methodName,
                outcome,
                Math.round(nanos / 1000.0) / 1000.0,
                // Dynamic tests carry no tags of their own.
                identifier.getTags().isEmpty() ? scope.tags() : tagsOf(identifier));
    }

    private static List<String> tagsOf(TestIdentifier identifier) {
        return identifier.getTags().isEmpty()
                ? List.of()
                : identifier.getTags().stream().map(TestTag::getName).sorted().toList();
    }

    private static Outcome outcomeOf(TestExecutionResult result) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> Outcome.SUCCESSFUL;
            case ABORTED -> Outcome.ABORTED;
            case FAILED -> Outcome.FAILED;
        };
    }

    private static String reasonOf(TestExecutionResult result) {
        return result.getThrowable()
                .map(thrown -> Reason.brief(thrown.toString()))
                .orElse("");
    }
}
