package dev.andon.internal.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.Compiled;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
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
        assertThat(ReturnedTypes.sendsNoBody(response(204, "pet"))).isTrue();
        assertThat(ReturnedTypes.sendsNoBody(response(304, "pet"))).isTrue();
        assertThat(ReturnedTypes.sendsNoBody(response(200, "pet"))).isFalse();
        assertThat(ReturnedTypes.sendsNoBody(response(201, null))).isFalse();
        assertThat(ReturnedTypes.sendsNoBody("no response")).isFalse();
    }
}
