package dev.andon.internal.junit;

import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.text.BuildTestRun;
import dev.andon.internal.text.TestClassNames;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** How the run was selected, which may show that all other tests of the build are over. */
public final class TestSelection {

    private static final String TAG = "operational-readiness";
    private static final Set<String> USUAL_TAGS = Set.of("unit", "integration", "e2e", "canary");

    private static volatile TestSelection current = new TestSelection(List.of(), Set.of(), false);

    private final List<PostDiscoveryFilter> filters;

    private final Set<String> classes;

    /** Whether nothing but classes was asked for, such as packages. */
    private final boolean onlyClasses;

    private TestSelection(List<PostDiscoveryFilter> filters, Set<String> classes, boolean onlyClasses) {
        this.onlyClasses = onlyClasses;
        this.filters = List.copyOf(filters);
        this.classes = Set.copyOf(classes);
    }

    /** How the run that is going on was selected. */
    public static TestSelection current() {
        return current;
    }

    static void remember(LauncherDiscoveryRequest request) {
        current = of(request);
    }

    static TestSelection of(LauncherDiscoveryRequest request) {
        return new TestSelection(
                request.getPostDiscoveryFilters(),
                request.getSelectorsByType(ClassSelector.class).stream()
                        .map(ClassSelector::getClassName)
                        .collect(Collectors.toSet()),
                request.getSelectorsByType(DiscoverySelector.class).stream().allMatch(ClassSelector.class::isInstance));
    }

    /** Returns whether only that class was asked for, and by no build tool. */
    boolean isAloneOutsideOfBuild(String readinessClass) {
        return !BuildTestRun.isThisJvm() && isAlone(readinessClass) && !readinessAlone();
    }

    boolean isAlone(String readinessClass) {
        return onlyClasses && classes.equals(Set.of(readinessClass));
    }

    /** Returns whether nothing but this run can still run a test: it asks for readiness alone, or it is Failsafe's. */
    boolean isLast(String readinessClass, Inventory inventory, TestRuns runs) {
        Set<String> tags = inventory.testClasses().stream()
                .filter(testClass -> !testClass.readiness())
                .flatMap(testClass -> testClass.methods().stream())
                .flatMap(method -> method.tags().stream())
                .collect(Collectors.toSet());
        return readinessAlone(tags)
                || (BuildTestRun.isThisJvm() && isFailsafe(readinessClass, inventory.testClasses(), runs));
    }

    /**
     * Neither a property nor the call stack tells Failsafe from Surefire. It is Failsafe's run if the readiness class and
     * all classes beside it have names that Surefire does not run, and it runs whatever else has such a name.
     */
    boolean isFailsafe(String readinessClass, List<TestClass> testClasses, TestRuns runs) {
        if (!TestClassNames.isFailsafes(readinessClass) || classes.stream().anyMatch(TestClassNames::isSurefires)) {
            return false;
        }
        Set<String> ran = runs.classes().stream().map(ClassRun::className).collect(Collectors.toSet());
        Set<String> home = testClasses.stream()
                .filter(testClass -> testClass.name().equals(readinessClass))
                .map(TestClass::module)
                .collect(Collectors.toSet());
        return testClasses.stream()
                .filter(testClass -> !testClass.readiness() && home.contains(testClass.module()))
                .filter(testClass -> TestClassNames.isFailsafes(testClass.name()) && !ran.contains(testClass.name()))
                .allMatch(this::isSelected);
    }

    private boolean isSelected(TestClass testClass) {
        return classes.contains(testClass.name())
                && testClass.methods().stream().allMatch(method -> selects(method.tags()));
    }

    /** Whether readiness tests alone were asked for, as far as the usual tags tell. */
    public boolean readinessAlone() {
        return readinessAlone(Set.of());
    }

    /**
     * Whether readiness tests alone were asked for.
     *
     * @param tags the tags of the other tests of the build: none of them may have been asked for too
     */
    public boolean readinessAlone(Collection<String> tags) {
        boolean othersToo = Stream.concat(USUAL_TAGS.stream(), tags.stream())
                .filter(tag -> !tag.equals(TAG))
                .anyMatch(tag -> selects(Set.of(tag)));
        return selects(Set.of(TAG)) && !selects(Set.of()) && !othersToo;
    }

    /** Whether a test of exactly these tags was asked for. Filters by name or method do not count: they know no tags. */
    public boolean selects(Set<String> tags) {
        Tagged test = new Tagged(tags);
        return filters.stream().allMatch(filter -> filter.apply(test).included());
    }

    /** A test made up of its tags alone: filters are asked about it. */
    private static final class Tagged extends AbstractTestDescriptor {

        private final Set<TestTag> tags;

        Tagged(Set<String> tags) {
            super(UniqueId.forEngine("andon").append("probe", "probe"), "probe");
            this.tags =
                    tags.stream().filter(TestTag::isValid).map(TestTag::create).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public TestDescriptor.Type getType() {
            return TestDescriptor.Type.TEST;
        }

        @Override
        public Set<TestTag> getTags() {
            return tags;
        }
    }
}
