package dev.andon.internal.frameworks;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** All frameworks that Andon knows. */
public final class Frameworks {

    /** In order: where several have something to say about the same thing, the first decides. */
    public static final List<Framework> ALL = List.of(
            new Andon(),
            new Selenium(),
            new Playwright(),
            new Selenide(),
            new SpringBootTest(),
            new SpringMvc(),
            new JaxRs(),
            new Grpc(),
            new MessageListeners(),
            new MessageConsumers(),
            new Micronaut(),
            new Servlet(),
            new JakartaFaces(),
            new Javalin(),
            new HttpServers(),
            new RemoteCalls(),
            new GraphQlServers(),
            new CloudFunctions(),
            new ScheduledJobs(),
            new WorkflowWorkers(),
            new SpringHttpInterface(),
            new SpringGraphQl(),
            new SpringMessaging(),
            new SpringCloudStream(),
            new SpringWebSocket(),
            new SpringWebFlux(),
            new SpringComponents(),
            new SpringTest(),
            new SpringClients(),
            new Quarkus(),
            new Helidon(),
            new Dropwizard(),
            new JerseyTest(),
            new Arquillian(),
            new Testcontainers(),
            new Cdi(),
            new MapStruct(),
            new Protobuf(),
            new JUnit5(),
            new JUnit4(),
            new Jqwik(),
            new Mockito(),
            new MockK(),
            new EasyMock(),
            new JMockit(),
            new PowerMock(),
            new TestNg(),
            new AssertJ(),
            new Hamcrest(),
            new Truth(),
            new Kotlin(),
            new Kotest(),
            new Cucumber(),
            new Spock(),
            new ArchUnit(),
            new JUnitPlatform(),
            new Strikt(),
            new AssertK(),
            new ReactorTest(),
            new Awaitility(),
            new Vertx(),
            new SpringModulith(),
            new Pact(),
            new Karate(),
            new Citrus(),
            new ApprovalTests(),
            new PojoVerifiers(),
            new QuickTheories(),
            new SnapshotTests(),
            new Libraries(),
            new ConditionChecks(),
            new JavaHttpClient(),
            new RestAssured(),
            new OkHttp(),
            new ApacheHttpClient(),
            new Feign(),
            new Retrofit(),
            new WireMock(),
            new MockServer(),
            new StubServers(),
            new FurtherHttpClients());

    private Frameworks() {}

    /** Returns the first answer that a framework has. */
    public static <T> Optional<T> first(Function<Framework, Optional<T>> question) {
        for (Framework framework : ALL) {
            Optional<T> answer = question.apply(framework);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /** Returns whether any framework says so. */
    public static boolean any(Predicate<Framework> question) {
        for (Framework framework : ALL) {
            if (question.test(framework)) {
                return true;
            }
        }
        return false;
    }

    /** Returns what the frameworks answer, all together and in order. */
    public static <T> Set<T> union(Function<Framework, ? extends Collection<? extends T>> question) {
        Set<T> all = new LinkedHashSet<>();
        for (Framework framework : ALL) {
            Collection<? extends T> some = question.apply(framework);
            // Asked of every annotation of every test, and nearly always answered with nothing.
            if (!some.isEmpty()) {
                all.addAll(some);
            }
        }
        return all;
    }

    /** Returns what the frameworks answer, by key and all together. */
    public static <T> Map<String, Set<T>> unionByKey(Function<Framework, Map<String, Set<T>>> question) {
        Map<String, Set<T>> all = new HashMap<>();
        for (Framework framework : ALL) {
            question.apply(framework)
                    .forEach((key, values) -> all.computeIfAbsent(key, ignored -> new LinkedHashSet<>())
                            .addAll(values));
        }
        return all;
    }

    /** Returns the largest thing that a test starts; of several of one size, that of the first framework. */
    public static Optional<TestSetup> testSetup(TestUse test) {
        Optional<TestSetup> largest = Optional.empty();
        for (Framework framework : ALL) {
            Optional<TestSetup> setup = framework.testSetup(test);
            if (setup.isPresent()
                    && (largest.isEmpty()
                            || setup.get().scale().compareTo(largest.get().scale()) < 0)) {
                largest = setup;
            }
        }
        return largest;
    }
}
