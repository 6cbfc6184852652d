package dev.andon.internal.frameworks;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    /** By the names of their methods: what a framework does not override, it leaves at the default. */
    private static final Map<String, List<Framework>> OVERRIDING = new HashMap<>();

    /** By the class of the question: a method reference in the source has one, however often it is evaluated. */
    private static final Map<Class<?>, List<Framework>> ANSWERING = new ConcurrentHashMap<>();

    static {
        for (Framework framework : ALL) {
            Stream.of(framework.getClass().getDeclaredMethods())
                    .map(Method::getName)
                    .distinct()
                    .forEach(name -> OVERRIDING
                            .computeIfAbsent(name, ignored -> new ArrayList<>())
                            .add(framework));
        }
    }

    private Frameworks() {}

    /** Returns the first answer that a framework has. */
    public static <A, T> Optional<T> first(Question<A, Optional<T>> question, A about) {
        for (Framework framework : answering(question)) {
            Optional<T> answer = question.ask(framework, about);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /** Returns whether any framework says so. */
    public static <A> boolean any(Question<A, Boolean> question, A about) {
        for (Framework framework : answering(question)) {
            if (question.ask(framework, about)) {
                return true;
            }
        }
        return false;
    }

    /** Returns what the frameworks answer, all together and in order. */
    public static <A, T> Set<T> union(Question<A, ? extends Collection<? extends T>> question, A about) {
        Set<T> all = new LinkedHashSet<>();
        for (Framework framework : answering(question)) {
            all.addAll(question.ask(framework, about));
        }
        return all;
    }

    /** Returns the answers of all frameworks that have one of their own, in order. */
    public static <A, R> Stream<R> answers(Question<A, R> question, A about) {
        return answering(question).stream().map(framework -> question.ask(framework, about));
    }

    /** Returns the frameworks with an answer of their own: of most questions, one to five of all. */
    private static List<Framework> answering(Question<?, ?> question) {
        List<Framework> known = ANSWERING.get(question.getClass());
        if (known == null) {
            known = OVERRIDING.get(question.method());
            if (known == null) {
                throw new IllegalArgumentException("no framework overrides " + question.method());
            }
            ANSWERING.put(question.getClass(), known);
        }
        return known;
    }

    /** Returns the first answer that a framework has. */
    public static <T> Optional<T> first(Function<Framework, Optional<T>> question) {
        return ALL.stream().map(question).flatMap(Optional::stream).findFirst();
    }

    /** Returns whether any framework says so. */
    public static boolean any(Predicate<Framework> question) {
        return ALL.stream().anyMatch(question);
    }

    /** Returns what the frameworks answer, all together and in order. */
    public static <T> Set<T> union(Function<Framework, ? extends Collection<? extends T>> question) {
        Set<T> all = new LinkedHashSet<>();
        ALL.forEach(framework -> all.addAll(question.apply(framework)));
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
        return answers(Framework::testSetup, test)
                .flatMap(Optional::stream)
                .min(Comparator.comparing(TestSetup::scale));
    }
}
