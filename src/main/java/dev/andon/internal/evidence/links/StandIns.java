package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.discover.PathPrefixes;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.frameworks.BeanPresence;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether a request reaches a service or a class of the tests that answers the same request in its place. */
final class StandIns {

    private static final Set<String> TESTS_OF_APPLICATIONS = Frameworks.union(Framework::applicationTestAnnotations);

    private final CodeGraph graph;
    private final Production production;
    private final RouteMatch routes;
    private final BeansOfTests beans;
    private final boolean none;

    /** Who answers a request. */
    enum Answer {
        SERVICE,
        STAND_IN,
        /** The test may have started either. */
        UNKNOWN
    }

    StandIns(
            CodeGraph graph,
            Production production,
            List<Service> standIns,
            BeansOfTests beans,
            PathPrefixes configured) {
        this.graph = graph;
        this.production = production;
        this.routes = new RouteMatch(standIns, configured);
        this.beans = beans;
        this.none = standIns.isEmpty();
    }

    /** Returns the answers to the requests of a test class. */
    OfTest of(TestClass test, StartedApplication application, Walk walk) {
        return new OfTest(test, application, walk);
    }

    /** Who answers the requests of one test class. */
    final class OfTest {
        private final TestClass test;
        private final StartedApplication application;
        private final Walk walk;
        private @Nullable Set<String> started;

        private OfTest(TestClass test, StartedApplication application, Walk walk) {
            this.test = test;
            this.application = application;
            this.walk = walk;
        }

        /** Returns who answers the request, which the service would answer by this route if it were alone. */
        Answer to(Request request, RouteMatch.Reached reached) {
            if (none) {
                return Answer.SERVICE;
            }
            List<RouteMatch.Reached> answering = routes.of(request, test.module());
            BeanPresence beside = answering.stream()
                    .filter(standIn -> standIn.certain() && standIn.literal() > reached.literal())
                    .map(standIn -> beans.component(standIn.service().name(), test, application))
                    .min(BeanPresence::compareTo)
                    .orElse(BeanPresence.NO);
            if (beside == BeanPresence.YES && reached.certain()) {
                return Answer.STAND_IN;
            }
            boolean started = answering.stream().anyMatch(standIn -> startedByTest()
                    .contains(standIn.service().name()));
            if (started && !startsToo(reached.service(), startedByTest(), test)) {
                return Answer.STAND_IN;
            }
            return started || beside != BeanPresence.NO ? Answer.UNKNOWN : Answer.SERVICE;
        }

        /** Few tests need it, and those that do for several requests. */
        private Set<String> startedByTest() {
            Set<String> known = started;
            if (known == null) {
                known = started(test, walk);
                started = known;
            }
            return known;
        }
    }

    /** The classes that the test's code and annotations hand to what they start, and what these import and make. */
    private Set<String> started(TestClass test, Walk walk) {
        Set<String> started = new LinkedHashSet<>(walk.ran);
        Deque<String> next = new ArrayDeque<>(walk.named);
        hierarchy(test).forEach(facts -> {
            facts.annotations().forEach(annotation -> annotation.types().forEach(next::add));
            graph.members(facts.name()).stream()
                    .filter(StartedApplication::isApplication)
                    .forEach(member -> next.add(member.name()));
        });
        while (!next.isEmpty()) {
            String type = next.poll();
            if (started.add(type) && graph.isTest(type)) {
                graph.index().find(type).ifPresent(facts -> addPartsOf(facts, next));
            }
        }
        return started;
    }

    private void addPartsOf(ClassFacts facts, Deque<String> next) {
        facts.annotations().forEach(annotation -> annotation.types().forEach(next::add));
        graph.index().code(facts.name()).values().stream()
                .map(MethodBody::types)
                .forEach(next::addAll);
        if (StartedApplication.isApplication(facts)) {
            graph.members(facts.name()).forEach(member -> next.add(member.name()));
        }
    }

    private boolean startsToo(Service service, Set<String> started, TestClass test) {
        boolean byName = started.stream()
                .anyMatch(type -> type.equals(service.name())
                        || (graph.isProduction(type) && production.named(type).contains(service.name()))
                        || (isApplication(type) && service.name().startsWith(StartedApplication.packageOf(type))));
        return byName || startsWhatIsNear(test);
    }

    private boolean isApplication(String type) {
        return graph.index()
                .find(type)
                .filter(StartedApplication::isApplication)
                .isPresent();
    }

    /** A test that names no application starts the one around it. */
    private boolean startsWhatIsNear(TestClass test) {
        return hierarchy(test)
                .flatMap(facts -> facts.annotations().stream())
                .filter(annotation -> TESTS_OF_APPLICATIONS.contains(annotation.type()))
                .anyMatch(annotation -> annotation.types().findAny().isEmpty());
    }

    private Stream<ClassFacts> hierarchy(TestClass test) {
        return test.methods().stream()
                .map(method -> method.runsIn())
                .distinct()
                .flatMap(type -> graph.superClasses(type).stream());
    }
}
