package dev.andon.testing;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One page of a headless Chromium, by the browser's own DevTools protocol: there is no driver to install. */
public final class Browser implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private static final Map<String, Integer> KEY_CODES = Map.of(
            "Tab", 9, "Enter", 13, "Escape", 27, "ArrowLeft", 37, "ArrowUp", 38, "ArrowRight", 39, "ArrowDown", 40);

    private final Process process;
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
    private final WebSocket page;

    private Browser(Process process, URI page) {
        this.process = process;
        this.page = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Messages())
                .join();
        List.of("Page.enable", "Runtime.enable", "Log.enable").forEach(method -> call(method, Map.of()));
    }

    /** Returns the browser's program; empty where none is installed. */
    public static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts a browser that keeps what it writes in a folder. */
    public static Browser start(Path program, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("browser.log").toFile())
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(port) && Files.readString(port).lines().count() > 1) {
                String number = Files.readString(port).lines().findFirst().orElseThrow();
                Optional<URI> page = page(URI.create("http://127.0.0.1:" + number + "/json/list"));
                if (page.isPresent()) {
                    return new Browser(process, page.get());
                }
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        throw new IOException("the browser did not start: " + Files.readString(profile.resolve("browser.log")));
    }

    private static Optional<URI> page(URI list) throws IOException, InterruptedException {
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                .body();
        try {
            return JsonParser.array().from(body).stream()
                    .map(JsonObject.class::cast)
                    .filter(target -> target.getString("type").equals("page"))
                    .map(target -> URI.create(target.getString("webSocketDebuggerUrl")))
                    .findFirst();
        } catch (JsonParserException unexpected) {
            throw new IOException(unexpected);
        }
    }

    /** Opens a page, and waits until it is loaded and drawn. */
    public void open(URI address) {
        // From another page, so that a change of the fragment alone loads it too.
        navigate("about:blank");
        complaints.clear();
        navigate(address.toString());
        evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    private void navigate(String address) {
        loaded = new CompletableFuture<>();
        call("Page.navigate", Map.of("url", address));
        await(loaded);
    }

    /** Returns the value of an expression in the page, or of its promise. */
    public Object evaluate(String expression) {
        JsonObject answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + JsonWriter.string(answer.getObject("exceptionDetails")));
        }
        return answer.getObject("result").get("value");
    }

    /** Presses and releases a key, and waits until the page has shown what follows from it. */
    public void press(String key) {
        String text = key.equals("Enter") ? "\r" : "";
        call("Input.dispatchKeyEvent", key(text.isEmpty() ? "rawKeyDown" : "keyDown", key, text));
        call("Input.dispatchKeyEvent", key("keyUp", key, ""));
        evaluate("new Promise(shown => requestAnimationFrame(() => setTimeout(shown)))");
    }

    private static Map<String, Object> key(String type, String key, String text) {
        return Map.of("type", type, "key", key, "code", key, "text", text, "windowsVirtualKeyCode", KEY_CODES.get(key));
    }

    /** Types a text where the focus is. */
    public void type(String text) {
        call("Input.insertText", Map.of("text", text));
    }

    /** Sets the size of the screen, in CSS pixels, and the colour scheme that the user prefers. */
    public void screen(int width, int height, boolean dark) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Writes what is in view as a PNG. */
    public void screenshot(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                Base64.getDecoder()
                        .decode(call("Page.captureScreenshot", Map.of("format", "png"))
                                .getString("data")));
    }

    /** Returns the errors and warnings that the page has caused since it was opened. */
    public List<String> complaints() {
        return new ArrayList<>(complaints);
    }

    private JsonObject call(String method, Map<String, Object> parameters) {
        int id = sent.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        answers.put(id, answer);
        page.sendText(JsonWriter.string(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        JsonObject message = await(answer);
        if (message.has("error")) {
            throw new AssertionError(method + ": " + JsonWriter.string(message.getObject("error")));
        }
        return message.getObject("result");
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        page.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    private final class Messages implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    handle(JsonParser.object().from(text.toString()));
                } catch (JsonParserException unexpected) {
                    complaints.add(unexpected.toString());
                }
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void handle(JsonObject message) {
            if (message.has("id")) {
                answers.remove(message.getInt("id")).complete(message);
            } else if (message.getString("method").equals("Page.loadEventFired")) {
                loaded.complete(null);
            } else if (List.of("Runtime.exceptionThrown", "Log.entryAdded", "Page.javascriptDialogOpening")
                    .contains(message.getString("method"))) {
                complaints.add(JsonWriter.string(message.getObject("params")));
            }
        }
    }
}
