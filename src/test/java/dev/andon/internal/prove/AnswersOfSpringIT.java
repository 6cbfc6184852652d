package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.TestProof;
import dev.andon.testing.Compiled;
import dev.andon.testing.RealLibraries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers that answer by what Spring sends later, from a stream, or by a status alone; each with both kinds of test. */
class AnswersOfSpringIT {

    private static final String HANDLERS = """
            package shop;
            import java.io.*;
            import java.net.URI;
            import java.nio.file.*;
            import java.time.Duration;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.zip.*;
            import org.springframework.core.io.*;
            import org.springframework.http.*;
            import org.springframework.web.context.request.async.*;
            import org.springframework.web.servlet.mvc.method.annotation.*;
            public class Honest {
                static final Map<Integer, String> STORED = new ConcurrentHashMap<>();
                static final Path FILE;
                static {
                    try {
                        FILE = Files.createTempFile("answer", ".txt");
                        FILE.toFile().deleteOnExit();
                        Files.writeString(FILE, "file");
                    } catch (IOException failed) { throw new UncheckedIOException(failed); }
                }
                public Resource file() { return new FileSystemResource(FILE); }
                public ResponseEntity<InputStreamResource> stream() {
                    return ResponseEntity.ok(new InputStreamResource(new ByteArrayInputStream("file".getBytes())));
                }
                public StreamingResponseBody writes() { return out -> out.write("file".getBytes()); }
                public StreamingResponseBody zipped() {
                    return out -> { try (var zip = new GZIPOutputStream(out)) { zip.write("file".getBytes()); } };
                }
                public ImportJob job() { return new ImportJob("later"); }
                public Callable<String> task() { return () -> "later"; }
                public WebAsyncTask<String> timed() { return new WebAsyncTask<>(500L, () -> "later"); }
                public DeferredResult<String> deferred() {
                    DeferredResult<String> result = new DeferredResult<>(500L);
                    new Thread(() -> result.setResult("later")).start();
                    return result;
                }
                public DeferredResult<String> followed() {
                    DeferredResult<String> result = deferred();
                    result.onCompletion(() -> STORED.put(4, "four"));
                    return result;
                }
                public DeferredResult<String> inTime() {
                    DeferredResult<String> result = new DeferredResult<>(500L, "too late");
                    result.setResult("later");
                    return result;
                }
                public ResponseEntity<?> created() {
                    STORED.put(1, "one");
                    return ResponseEntity.created(URI.create("/1")).build();
                }
                public ResponseEntity<?> deleted() { STORED.remove(2); return ResponseEntity.noContent().build(); }
                public CompletableFuture<ResponseEntity<?>> accepted() {
                    STORED.put(3, "three");
                    return CompletableFuture.completedFuture(ResponseEntity.accepted().build());
                }
                public ResponseEntity<Void> idle() { return ResponseEntity.ok().build(); }
                public ResponseEntity<?> checked() {
                    kotlin.jvm.internal.Intrinsics.checkNotNullParameter("x", "x");
                    return ResponseEntity.ok().build();
                }
                public SseEmitter emitter() { return new SseEmitter(500L); }
                public Duration lasts() { return Duration.ofMinutes(3); }
                public Collection<String> values() { return new HashMap<>(Map.of("a", "A")).values(); }
                public EnumMap<TimeUnit, Integer> units() { return new EnumMap<>(Map.of(TimeUnit.DAYS, 1)); }
            }
            """;

    /** Sends an answer as Spring does. */
    private static final String SENT = """
            package shop;
            import java.io.*;
            import java.util.*;
            import java.util.concurrent.*;
            import org.springframework.core.io.*;
            import org.springframework.http.*;
            import org.springframework.web.context.request.async.*;
            import org.springframework.web.servlet.mvc.method.annotation.*;
            record ImportJob(String name) implements Callable<String> {
                @Override public String call() { return name; }
            }
            class Sent {
                static byte[] bytes(StreamingResponseBody body) throws Exception {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    body.writeTo(out);
                    return out.toByteArray();
                }
                static String body(Object answer) throws Exception {
                    if (answer instanceof ResponseEntity<?> response) {
                        return response.getStatusCode().value() + " " + response.getHeaders().getLocation()
                                + " " + body(response.getBody());
                    }
                    if (answer instanceof Resource resource) {
                        try (InputStream in = resource.getInputStream()) { return new String(in.readAllBytes()); }
                    }
                    if (answer instanceof StreamingResponseBody body) {
                        return new String(bytes(body));
                    }
                    if (answer instanceof Callable<?> task) { return body(task.call()); }
                    if (answer instanceof WebAsyncTask<?> task) { return body(task.getCallable().call()); }
                    if (answer instanceof Future<?> future) { return body(future.get()); }
                    if (answer instanceof DeferredResult<?> deferred) {
                        BlockingQueue<Object> results = new LinkedBlockingQueue<>();
                        deferred.setResultHandler(results::add);
                        return body(results.poll(5, TimeUnit.SECONDS));
                    }
                    return String.valueOf(answer);
                }
            }
            """;

    private static final String KOTLIN = """
            package kotlin.jvm.internal;
            public class Intrinsics {
                public static void checkNotNullParameter(Object value, String name) {
                    if (value == null) { throw new NullPointerException(name); }
                }
            }
            """;

    private static final String TESTS = """
            package shop;
            import static org.junit.jupiter.api.Assertions.*;
            import org.junit.jupiter.api.*;
            class HonestTests {
                Honest handlers = new Honest();
                @BeforeEach void stored() { Honest.STORED.clear(); Honest.STORED.put(2, "two"); }
                @Test void file() throws Exception { assertEquals("file", Sent.body(handlers.file())); }
                @Test void stream() throws Exception { assertEquals("200 null file", Sent.body(handlers.stream())); }
                @Test void writes() throws Exception { assertEquals("file", Sent.body(handlers.writes())); }
                @Test void zipped() throws Exception {
                    var sent = new java.io.ByteArrayInputStream(Sent.bytes(handlers.zipped()));
                    assertEquals("file", new String(new java.util.zip.GZIPInputStream(sent).readAllBytes()));
                }
                @Test void job() throws Exception { assertEquals("later", handlers.job().call()); }
                @Test void followed() throws Exception { assertEquals("later", Sent.body(handlers.followed())); }
                @Test void inTime() throws Exception { assertEquals("later", Sent.body(handlers.inTime())); }
                @Test void checked() throws Exception { assertEquals("200 null null", Sent.body(handlers.checked())); }
                @Test void task() throws Exception { assertEquals("later", Sent.body(handlers.task())); }
                @Test void timed() throws Exception { assertEquals("later", Sent.body(handlers.timed())); }
                @Test void deferred() throws Exception { assertEquals("later", Sent.body(handlers.deferred())); }
                @Test void created() throws Exception {
                    assertEquals("201 /1 null", Sent.body(handlers.created()));
                    assertEquals("one", Honest.STORED.get(1));
                }
                @Test void deleted() throws Exception {
                    assertEquals("204 null null", Sent.body(handlers.deleted()));
                    assertFalse(Honest.STORED.containsKey(2));
                }
                @Test void accepted() throws Exception {
                    assertEquals("202 null null", Sent.body(handlers.accepted()));
                    assertEquals("three", Honest.STORED.get(3));
                }
                @Test void idle() throws Exception { assertEquals("200 null null", Sent.body(handlers.idle())); }
                @Test void emitter() { assertEquals(500L, handlers.emitter().getTimeout()); }
                @Test void lasts() { assertEquals(180, handlers.lasts().toSeconds()); }
                @Test void values() { assertEquals("[A]", handlers.values().toString()); }
                @Test void units() { assertEquals("{DAYS=1}", handlers.units().toString()); }
            }
            """;

    /** Sees a status, or that there is something. */
    private static final String HOLLOW_TESTS = """
            package shop;
            import static org.junit.jupiter.api.Assertions.*;
            import org.junit.jupiter.api.*;
            class HollowTests {
                Hollow handlers = new Hollow();
                @Test void file() throws Exception { assertFalse(Sent.body(handlers.file()).isEmpty()); }
                @Test void stream() throws Exception { assertFalse(Sent.body(handlers.stream()).endsWith("null")); }
                @Test void writes() throws Exception { assertFalse(Sent.body(handlers.writes()).isEmpty()); }
                @Test void zipped() throws Exception { assertTrue(Sent.bytes(handlers.zipped()).length > 0); }
                @Test void job() { assertNotNull(handlers.job()); }
                @Test void task() throws Exception { assertTrue(Sent.body(handlers.task()).startsWith("l")); }
                @Test void timed() throws Exception { assertTrue(Sent.body(handlers.timed()).startsWith("l")); }
                @Test void deferred() throws Exception { assertTrue(Sent.body(handlers.deferred()).startsWith("l")); }
                @Test void created() throws Exception { assertTrue(Sent.body(handlers.created()).startsWith("201")); }
                @Test void deleted() throws Exception { assertTrue(Sent.body(handlers.deleted()).startsWith("204")); }
                @Test void accepted() throws Exception { assertTrue(Sent.body(handlers.accepted()).startsWith("202")); }
                @Test void lasts() { assertTrue(handlers.lasts().toSeconds() > 0); }
                @Test void values() { assertTrue(handlers.values() != null); }
                @Test void units() { assertTrue(handlers.units().size() < 2); }
            }
            """;

    @TempDir
    static Path classes;

    @TempDir
    Path output;

    private static final List<Path> CLASS_PATH = new ArrayList<>();

    @BeforeAll
    static void compile() {
        // JUnit would find MockK's extension by itself, and a part of MockK is not there.
        List<Path> jars = RealLibraries.jars().stream()
                .filter(jar -> !jar.getFileName().toString().startsWith("mockk"))
                .collect(Collectors.toCollection(ArrayList::new));
        RealLibraries.spring().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("spring-jcl"))
                .forEach(jars::add);
        Compiled fixtures = Compiled.into(classes)
                .sources(List.of(HANDLERS, HANDLERS.replace("Honest", "Hollow"), SENT, KOTLIN, TESTS, HOLLOW_TESTS));
        jars.forEach(fixtures::classPath);
        CLASS_PATH.add(fixtures.compile());
        CLASS_PATH.addAll(jars);
    }

    private static final List<String> METHODS = List.of(
            "file()Lorg/springframework/core/io/Resource;",
            "stream()Lorg/springframework/http/ResponseEntity;",
            "writes()Lorg/springframework/web/servlet/mvc/method/annotation/StreamingResponseBody;",
            "zipped()Lorg/springframework/web/servlet/mvc/method/annotation/StreamingResponseBody;",
            "job()Lshop/ImportJob;",
            "task()Ljava/util/concurrent/Callable;",
            "timed()Lorg/springframework/web/context/request/async/WebAsyncTask;",
            "deferred()Lorg/springframework/web/context/request/async/DeferredResult;",
            "created()Lorg/springframework/http/ResponseEntity;",
            "deleted()Lorg/springframework/http/ResponseEntity;",
            "accepted()Ljava/util/concurrent/CompletableFuture;",
            "lasts()Ljava/time/Duration;",
            "values()Ljava/util/Collection;",
            "units()Ljava/util/EnumMap;");

    private TestProof prove(String service, List<String> methods) {
        return Proofs.prove(output, CLASS_PATH, service, methods, service + "Tests");
    }

    @Test
    void no_fault_survives_tests_that_check_what_is_sent() {
        List<String> methods = new ArrayList<>(METHODS);
        methods.add("followed()Lorg/springframework/web/context/request/async/DeferredResult;");
        methods.add("inTime()Lorg/springframework/web/context/request/async/DeferredResult;");
        methods.add("checked()Lorg/springframework/http/ResponseEntity;");
        methods.add("idle()Lorg/springframework/http/ResponseEntity;");
        methods.add("emitter()Lorg/springframework/web/servlet/mvc/method/annotation/SseEmitter;");

        TestProof proof = prove("shop.Honest", methods);

        assertThat(proof.undecided()).isEmpty();
        assertThat(proof.leftOut()).isEmpty();
        assertThat(proof.faults())
                .filteredOn(fault -> fault.verdict() != Verdict.DETECTED && fault.verdict() != Verdict.NOT_APPLICABLE)
                .isEmpty();
        assertThat(methods(proof, Verdict.DETECTED, MethodFault.CHANGED_VALUE))
                .containsExactlyInAnyOrder(
                        "file",
                        "stream",
                        "writes",
                        "zipped",
                        "job",
                        "task",
                        "timed",
                        "deferred",
                        "lasts",
                        "values",
                        "units");
    }

    @Test
    void a_fault_in_each_survives_tests_that_see_a_status_or_that_there_is_something() {
        TestProof proof = prove("shop.Hollow", METHODS);

        assertThat(proof.undecided()).isEmpty();
        assertThat(proof.leftOut()).isEmpty();
        assertThat(methods(proof, Verdict.SURVIVED, MethodFault.values()))
                .containsExactlyInAnyOrder(METHODS.stream()
                        .map(method -> method.substring(0, method.indexOf('(')))
                        .toArray(String[]::new));
    }

    private static Set<String> methods(TestProof proof, Verdict verdict, MethodFault... faults) {
        return proof.faults().stream()
                .filter(fault -> fault.verdict() == verdict)
                .filter(fault -> Arrays.asList(faults).contains(fault.fault()))
                .map(MethodFaultResult::method)
                .map(method -> method.method())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
