package dev.andon.internal.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.Compiled;
import dev.andon.testing.RealLibraries;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnedTypesTest {
    @TempDir
    Path temp;

    /** A response as Spring has it: the type of its status is not public. */
    private Object response(int status, Object body) throws Exception {
        Path classes = Compiled.into(temp.resolve("spring"))
                .source("package org.springframework.http; public interface HttpStatusCode { int value(); }")
                .source("package org.springframework.http; final class OtherCode implements HttpStatusCode {"
                        + " private final int code; OtherCode(int code) { this.code = code; }"
                        + " public int value() { return code; } }")
                .source("package org.springframework.http; public class ResponseEntity {"
                        + " private final Object body; private final HttpStatusCode status;"
                        + " public ResponseEntity(int status, Object body) {"
                        + " this.status = new OtherCode(status); this.body = body; }"
                        + " public Object getBody() { return body; }"
                        + " public HttpStatusCode getStatusCode() { return status; } }")
                .compile();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            return loader.loadClass("org.springframework.http.ResponseEntity")
                    .getConstructor(int.class, Object.class)
                    .newInstance(status, body);
        }
    }

    @Test
    void no_body_is_sent_with_some_statuses_whatever_the_response_holds() throws Exception {
        assertThat(ResponseObjects.sendsNoBody(response(204, "pet"))).isTrue();
        assertThat(ResponseObjects.sendsNoBody(response(304, "pet"))).isTrue();
        assertThat(ResponseObjects.sendsNoBody(response(200, "pet"))).isFalse();
        assertThat(ResponseObjects.sendsNoBody(response(201, null))).isFalse();
        assertThat(ResponseObjects.sendsNoBody("no response")).isFalse();
    }

    /** Holds the numbers 1 and 2 later, in each library's own way; gives them as a list. */
    private static final String HOLDERS = """
            import java.util.*;
            public class Holders {
                public static List<Object> all() {
                    return List.of(
                            reactor.core.publisher.Flux.just(1, 2),
                            io.reactivex.rxjava3.core.Flowable.just(1, 2),
                            io.reactivex.rxjava3.core.Observable.just(1, 2),
                            io.smallrye.mutiny.Multi.createFrom().items(1, 2),
                            kotlinx.coroutines.flow.FlowKt.flowOf(new Integer[] {1, 2}));
                }
                public static List<Object> one() {
                    return List.of(
                            reactor.core.publisher.Mono.just(1),
                            io.reactivex.rxjava3.core.Single.just(1),
                            io.reactivex.rxjava3.core.Maybe.just(1),
                            io.smallrye.mutiny.Uni.createFrom().item(1));
                }
                @SuppressWarnings("unchecked")
                public static List<Object> read(Object holder) throws Exception {
                    List<Object> read = new ArrayList<>();
                    if (holder instanceof reactor.core.publisher.Flux<?> f) { f.doOnNext(read::add).blockLast(); }
                    if (holder instanceof reactor.core.publisher.Mono<?> m) { read.add(m.block()); }
                    if (holder instanceof io.reactivex.rxjava3.core.Flowable<?> f) { f.blockingForEach(read::add); }
                    if (holder instanceof io.reactivex.rxjava3.core.Observable<?> o) { o.blockingForEach(read::add); }
                    if (holder instanceof io.reactivex.rxjava3.core.Single<?> one) { read.add(one.blockingGet()); }
                    if (holder instanceof io.reactivex.rxjava3.core.Maybe<?> one) { read.add(one.blockingGet()); }
                    if (holder instanceof io.smallrye.mutiny.Uni<?> u) { read.add(u.await().indefinitely()); }
                    if (holder instanceof io.smallrye.mutiny.Multi<?> m) { m.subscribe().asIterable().forEach(read::add); }
                    if (holder instanceof kotlinx.coroutines.flow.Flow<?> f) {
                        kotlinx.coroutines.BuildersKt.runBlocking(
                                kotlin.coroutines.EmptyCoroutineContext.INSTANCE,
                                (scope, next) -> kotlinx.coroutines.flow.FlowKt.toList(
                                        (kotlinx.coroutines.flow.Flow<Object>) f, read, next));
                    }
                    return read;
                }
            }
            """;

    private List<?> call(Class<?> holders, String name, Object... arguments) throws Exception {
        return (List<?>)
                (arguments.length == 0
                        ? holders.getMethod(name).invoke(null)
                        : holders.getMethod(name, Object.class).invoke(null, arguments));
    }

    @Test
    void what_real_libraries_hold_later_is_watched_changed_and_made_less() throws Exception {
        Path classes = RealLibraries.on(Compiled.into(temp.resolve("later")))
                .source(HOLDERS)
                .compile();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, RealLibraries.loader())) {
            Class<?> holders = loader.loadClass("Holders");
            for (Object holder : call(holders, "all")) {
                String name = holder.getClass().getName();
                List<Object> seen = new ArrayList<>();
                Object watched = ReturnedTypes.watch(holder, seen::add).orElseThrow();
                Object changed =
                        ReturnedTypes.map(holder, item -> (Integer) item + 10).orElseThrow();
                Object less = ReturnedTypes.withoutFirst(holder).orElseThrow();

                assertThat(ReturnedTypes.holdsMany(holder)).as(name).isTrue();
                assertThat(call(holders, "read", watched)).as(name).isEqualTo(List.of(1, 2));
                assertThat(seen).as(name).isEqualTo(List.of(1, 2));
                assertThat(call(holders, "read", changed)).as(name).isEqualTo(List.of(11, 12));
                assertThat(call(holders, "read", less)).as(name).isEqualTo(List.of(2));
            }
            for (Object holder : call(holders, "one")) {
                String name = holder.getClass().getName();
                List<Object> seen = new ArrayList<>();
                Object watched = ReturnedTypes.watch(holder, seen::add).orElseThrow();
                Object changed =
                        ReturnedTypes.map(holder, item -> (Integer) item + 10).orElseThrow();

                assertThat(ReturnedTypes.holdsMany(holder)).as(name).isFalse();
                assertThat(ReturnedTypes.withoutFirst(holder)).as(name).isEmpty();
                assertThat(call(holders, "read", watched)).as(name).isEqualTo(List.of(1));
                assertThat(seen).as(name).isEqualTo(List.of(1));
                assertThat(call(holders, "read", changed)).as(name).isEqualTo(List.of(11));
            }
        }
    }
}
