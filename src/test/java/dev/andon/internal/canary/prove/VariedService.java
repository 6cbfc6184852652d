package dev.andon.internal.canary.prove;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.testing.LittleService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** A healthy service whose ids, times and order differ in each run, with an API, pages, files and a login. */
final class VariedService implements AutoCloseable {
    private static final String LAYOUT = "<!DOCTYPE html><html><head><title>The Pet Clinic</title>"
            + "<link rel=\"stylesheet\" href=\"/site.css\"></head><body><header><nav><a href=\"/\">Home</a>"
            + "<a href=\"/pages/vets\">Our vets</a></nav></header><main>%s</main><footer>The Pet Clinic</footer></body></html>";

    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private final Map<String, Integer> polls = new ConcurrentHashMap<>();
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private final LittleService service;

    VariedService() throws IOException {
        service = new LittleService(this::handle);
    }

    URI uri() {
        return service.uri();
    }

    int owners() {
        return owners.size();
    }

    @Override
    public void close() {
        service.close();
    }

    private void handle(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (path.startsWith("/owners")) {
            owners(exchange, method, path, body);
        } else if (path.startsWith("/files/")) {
            file(exchange, method, path, body);
        } else if (path.startsWith("/pages/")) {
            page(exchange, path);
        } else if (path.startsWith("/jobs")) {
            job(exchange, method, path);
        } else if (path.equals("/login") || path.equals("/account")) {
            login(exchange, path, method, body);
        } else {
            other(exchange, method, path);
        }
    }

    private void owners(HttpExchange exchange, String method, String path, String body) throws IOException {
        String id = path.length() > "/owners/".length() ? path.substring("/owners/".length()) : "";
        switch (method) {
            case "POST" -> {
                String next = UUID.randomUUID().toString().substring(0, 8);
                String name = body.replaceAll("(?s).*\"name\"\\s*:\\s*\"([^\"]*)\".*", "$1");
                owners.put(next, name);
                exchange.getResponseHeaders().set("Location", "/owners/" + next);
                LittleService.json(exchange, 201, owner(next));
            }
            case "DELETE" -> LittleService.answer(exchange, owners.remove(id) == null ? 404 : 204, "", "");
            default -> {
                if (id.isEmpty()) {
                    List<String> all = new ArrayList<>(
                            owners.keySet().stream().map(this::owner).toList());
                    IntStream.range(0, 50)
                            .mapToObj(i ->
                                    "{\"id\": \"seed" + i + "\", \"name\": \"Seed " + i + "\", \"visits\": " + i + "}")
                            .forEach(all::add);
                    Collections.shuffle(all);
                    LittleService.json(exchange, 200, "[" + String.join(", ", all) + "]");
                } else if (!owners.containsKey(id)) {
                    LittleService.json(exchange, 404, "{\"error\": \"no owner\"}");
                } else {
                    String tag = "\"" + owners.get(id).hashCode() + "\"";
                    exchange.getResponseHeaders().set("ETag", tag);
                    if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                        LittleService.answer(exchange, 304, "", "");
                    } else {
                        LittleService.json(exchange, 200, owner(id));
                    }
                }
            }
        }
    }

    private String owner(String id) {
        return "{\"id\": \"" + id + "\", \"name\": \"" + owners.get(id) + "\", \"since\": \"" + Instant.now()
                + "\", \"visits\": 0, \"pets\": []}";
    }

    private void file(HttpExchange exchange, String method, String path, String body) throws IOException {
        switch (method) {
            case "PUT" -> {
                files.put(path, body);
                LittleService.json(exchange, 201, "{\"stored\": \"" + Instant.now() + "\"}");
            }
            case "DELETE" -> LittleService.answer(exchange, files.remove(path) == null ? 404 : 204, "", "");
            case "HEAD" -> {
                exchange.getResponseHeaders()
                        .set(
                                "Content-Length",
                                String.valueOf(files.getOrDefault(path, "").length()));
                exchange.sendResponseHeaders(files.containsKey(path) ? 200 : 404, -1);
            }
            default ->
                LittleService.answer(
                        exchange, files.containsKey(path) ? 200 : 404, "text/plain", files.getOrDefault(path, "none"));
        }
    }

    private static void page(HttpExchange exchange, String path) throws IOException {
        String content =
                switch (path) {
                    case "/pages/vets" ->
                        "<h1>Our vets</h1><table><tr><td>Helen Leary</td><td>radiology</td></tr></table>";
                    default ->
                        "<h1>Welcome</h1><p>" + "We care for your pets. ".repeat(20) + "</p><p>" + Instant.now()
                                + "</p>";
                };
        LittleService.answer(exchange, 200, "text/html;charset=UTF-8", LAYOUT.formatted(content));
    }

    private void job(HttpExchange exchange, String method, String path) throws IOException {
        if (method.equals("POST")) {
            String id = UUID.randomUUID().toString();
            polls.put("/jobs/" + id, ThreadLocalRandom.current().nextInt(1, 4));
            LittleService.json(exchange, 202, "{\"job\": \"" + id + "\"}");
        } else if (!polls.containsKey(path)) {
            LittleService.json(exchange, 404, "{\"error\": \"no job\"}");
        } else if (polls.merge(path, -1, Integer::sum) > 0) {
            LittleService.json(exchange, 404, "{\"error\": \"not yet\"}");
        } else {
            LittleService.json(exchange, 200, "{\"state\": \"DONE\", \"at\": \"" + Instant.now() + "\"}");
        }
    }

    private void login(HttpExchange exchange, String path, String method, String body) throws IOException {
        if (path.equals("/account")) {
            String cookie = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
            boolean known = sessions.stream().anyMatch(cookie::contains);
            LittleService.json(
                    exchange,
                    known ? 200 : 401,
                    known ? "{\"user\": \"ann\", \"balance\": 7}" : "{\"error\": \"who?\"}");
        } else if (method.equals("GET")) {
            String nonce = UUID.randomUUID().toString();
            nonces.add(nonce);
            LittleService.answer(
                    exchange,
                    200,
                    "text/html",
                    LAYOUT.formatted("<form method=\"post\"><input name=\"nonce\" value=\"" + nonce + "\"></form>"));
        } else {
            boolean right = nonces.removeIf(body::contains);
            String session = UUID.randomUUID().toString();
            sessions.add(session);
            if (right) {
                exchange.getResponseHeaders().set("Set-Cookie", "session=" + session + "; HttpOnly");
            }
            LittleService.answer(exchange, right ? 204 : 403, "", "");
        }
    }

    private void other(HttpExchange exchange, String method, String path) throws IOException {
        switch (path) {
            case "/vets" -> {
                List<String> vets = IntStream.range(0, 6)
                        .mapToObj(i -> "{\"name\": \"Vet " + i + "\", \"rate\": " + (i + 2.5) + "}")
                        .collect(Collectors.toCollection(ArrayList::new));
                Collections.shuffle(vets);
                LittleService.json(exchange, 200, "{\"at\": \"" + Instant.now() + "\", \"vets\": " + vets + "}");
            }
            case "/vets.gz" -> zipped(exchange, "[{\"name\": \"Helen\"}, {\"name\": \"Linda\"}]");
            case "/holidays" -> LittleService.json(exchange, 200, "[]");
            case "/clock" -> LittleService.json(exchange, 200, "{\"now\": \"" + Instant.now() + "\"}");
            case "/feed" ->
                LittleService.answer(
                        exchange,
                        200,
                        "application/xml",
                        "<?xml version=\"1.0\"?><feed><item><title>Open on Sunday</title></item></feed>");
            case "/lines" ->
                LittleService.answer(
                        exchange, 200, "application/x-ndjson", "{\"sku\": \"tea\"}\n{\"sku\": \"coffee\"}\n");
            case "/token" ->
                LittleService.answer(exchange, 200, "application/x-www-form-urlencoded", "scope=read&user=ann+smith");
            case "/health" -> LittleService.answer(exchange, 204, "", "");
            default -> LittleService.json(exchange, 404, "{\"error\": \"nothing at " + method + " " + path + "\"}");
        }
    }

    private static void zipped(HttpExchange exchange, String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, bytes.size());
        exchange.getResponseBody().write(bytes.toByteArray());
    }
}
