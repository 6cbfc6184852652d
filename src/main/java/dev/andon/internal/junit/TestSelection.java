package dev.andon.internal.junit;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * How the run was selected: whether the launcher was asked for the tests of the tag {@code operational-readiness} and
 * for no others, which says that the build's other tests are over.
 */
public final class TestSelection {

    private static final String TAG = "operational-readiness";
    private static final Set<String> USUAL_TAGS = Set.of("unit", "integration", "e2e", "canary");

    private static volatile TestSelection current = new TestSelection(List.of());

    private final List<PostDiscoveryFilter> filters;

    private TestSelection(List<PostDiscoveryFilter> filters) {
        this.filters = List.copyOf(filters);
    }

    /** How the run that is going on was selected. */
    public static TestSelection current() {
        return current;
    }

    static void remember(LauncherDiscoveryRequest request) {
        current = of(request);
    }

    static TestSelection of(LauncherDiscoveryRequest request) {
        return new TestSelection(request.getPostDiscoveryFilters());
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
