package dev.andon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Debian's Alertmanager on a free port, with its state in a folder of the test. */
public final class Alertmanager implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    private final Process process;
    private final int port;

    private Alertmanager(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it on a port, or skips the test where it is not installed. */
    public static Alertmanager start(Path folder, int port) throws Exception {
        InstalledTool tool = InstalledTool.ofPrometheus("prometheus-alertmanager");
        Path config = Files.writeString(
                folder.resolve("alertmanager.yml"), "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
        Alertmanager started = new Alertmanager(
                tool.start(
                        folder.resolve("alertmanager.log"),
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("data"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port),
                port);
        started.await("Alertmanager is ready", alerts -> true);
        return started;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Returns the alerts that are active now, or null where it does not answer. */
    private List<JsonObject> active() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri().resolve("/api/v2/alerts?active=true"))
                .build();
        try {
            JsonArray alerts = JsonParser.array()
                    .from(CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
            return alerts.stream().map(JsonObject.class::cast).toList();
        } catch (IOException | JsonParserException notReady) {
            return null;
        }
    }

    /** Waits until its active alerts are as expected, and returns them. */
    public List<JsonObject> await(String what, Predicate<List<JsonObject>> expected) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        List<JsonObject> alerts = active();
        while (alerts == null || !expected.test(alerts)) {
            assertThat(System.nanoTime()).as(what + "; there are " + alerts).isLessThan(until);
            Thread.sleep(100);
            alerts = active();
        }
        return alerts;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
