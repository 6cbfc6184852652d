package dev.andon.internal.frameworks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.channels.Channels;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that are read from, or write to, a stream. What such an object holds says little of what is sent: a file has a path
 * besides the one that is opened. So it is what it sends that is changed: one bit of each byte, so that there are as many, and
 * that none is left over behind the end of an archive or an image, where nobody would read it.
 */
public final class StreamedBodies {

    private static final String RESOURCE = "org.springframework.core.io.Resource";

    private static final String ONCE = "org.springframework.core.io.InputStreamResource";

    /** Its bytes are a field, which can be changed in a copy. */
    private static final String BYTES = "org.springframework.core.io.ByteArrayResource";

    /** Takes the stream that it writes to. */
    private static final Set<String> WRITERS = Set.of(
            "org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody",
            "jakarta.ws.rs.core.StreamingOutput",
            "javax.ws.rs.core.StreamingOutput");

    private StreamedBodies() {}

    /** Returns whether the value is such a body. */
    public static boolean isOne(Object value) {
        return value instanceof InputStream || type(value) != null;
    }

    /** Returns a body that sends something else, read or written only when it is sent; empty where the value is none. */
    public static Optional<Object> changed(Object value) {
        if (value instanceof InputStream stream) {
            return Optional.of(turned(stream));
        }
        Class<?> type = type(value);
        if (type == null) {
            return Optional.empty();
        }
        if (value.getClass().getName().equals(ONCE)) {
            return once(value);
        }
        InvocationHandler handler = type.getName().equals(RESOURCE)
                ? (proxy, method, arguments) -> ofResource(value, proxy, method, arguments)
                : (proxy, method, arguments) -> ofWriter(value, method, arguments);
        return Optional.of(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Can be read once, and is known by its class to those who send it. */
    private static Optional<Object> once(Object value) {
        try {
            return Optional.of(
                    value.getClass().getConstructor(InputStream.class).newInstance(new ChangedContent(value)));
        } catch (ReflectiveOperationException otherVersion) {
            return Optional.empty();
        }
    }

    /** Opened only when it is read. */
    private static final class ChangedContent extends InputStream {

        private final Object resource;
        private @Nullable InputStream opened;

        ChangedContent(Object resource) {
            this.resource = resource;
        }

        private InputStream opened() throws IOException {
            InputStream now = opened;
            if (now == null) {
                try {
                    now = turned((InputStream)
                            resource.getClass().getMethod("getInputStream").invoke(resource));
                } catch (ReflectiveOperationException failed) {
                    throw new IOException(failed);
                }
                opened = now;
            }
            return now;
        }

        @Override
        public int read() throws IOException {
            return opened().read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return opened().read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            opened().close();
        }
    }

    private static @Nullable Class<?> type(Object value) {
        Class<?> writer = ReturnedTypes.known(value, WRITERS);
        if (value.getClass().getName().equals(BYTES)) {
            return null;
        }
        return writer == null ? ReturnedTypes.known(value, Set.of(RESOURCE)) : writer;
    }

    private static InputStream turned(InputStream stream) {
        return new TurnedInput(stream);
    }

    private static @Nullable Object ofWriter(Object value, Method method, Object @Nullable [] arguments)
            throws Throwable {
        return arguments != null && arguments.length == 1 && arguments[0] instanceof OutputStream out
                ? call(value, method, new Object[] {new TurnedOutput(out)})
                : call(value, method, arguments);
    }

    /** All that reads its content reads the changed one; its name and times stay. */
    private static @Nullable Object ofResource(Object value, Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "getInputStream" -> turned((InputStream) read(value, method));
            case "readableChannel" ->
                Channels.newChannel(
                        turned((InputStream) read(value, value.getClass().getMethod("getInputStream"))));
            case "isFile" -> false;
            case "getFile" -> throw new IOException("a changed resource is no file");
            case "getContentAsByteArray", "getContentAsString" ->
                InvocationHandler.invokeDefault(proxy, method, arguments);
            default -> call(value, method, arguments);
        };
    }

    private static Object read(Object value, Method method) throws Throwable {
        Object result = call(value, method, null);
        if (result == null) {
            throw new IOException("nothing to read");
        }
        return result;
    }

    private static @Nullable Object call(Object value, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(value, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }
}
