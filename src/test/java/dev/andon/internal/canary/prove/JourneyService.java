package dev.andon.internal.canary.prove;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A healthy shop whose operations need several requests: carts, notes, quotes, statistics, GraphQL, CSV, images. */
final class JourneyService implements AutoCloseable {
    private final Map<String, Integer> carts = new ConcurrentHashMap<>();
    private final Map<String, String> notes = new ConcurrentHashMap<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final AtomicInteger visits;
    private final LittleService service;

    JourneyService() throws IOException {
        this(ThreadLocalRandom.current().nextInt(500));
    }

    /** Starts with so many visits. */
    JourneyService(int visits) throws IOException {
        this.visits = new AtomicInteger(visits);
        service = new LittleService(this::handle);
    }

    URI uri() {
        return service.uri();
    }

    int left() {
        return carts.size() + notes.size();
    }

    @Override
    public void close() {
        service.close();
    }

    private void handle(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String method = exchange.getRequestMethod();
        if (path.startsWith("/carts/")) {
            cart(exchange, method, path, body);
        } else if (path.startsWith("/notes")) {
            note(exchange, method, path, body);
        } else {
            other(exchange, method, path, query, body);
        }
    }

    private void cart(HttpExchange exchange, String method, String path, String body) throws IOException {
        String id = path.split("/")[2];
        if (method.equals("PUT")) {
            carts.put(id, Integer.parseInt(body.replaceAll("\\D", "")));
        } else if (method.equals("PATCH")) {
            carts.merge(id, Integer.parseInt(body.replaceAll("\\D", "")), Integer::sum);
        } else if (method.equals("DELETE")) {
            LittleService.answer(exchange, carts.remove(id) == null ? 404 : 204, "", "");
            return;
        }
        Integer quantity = carts.get(id);
        LittleService.json(
                exchange,
                quantity == null ? 404 : 200,
                quantity == null
                        ? "{\"error\": \"no cart\"}"
                        : "{\"id\": \"" + id + "\", \"quantity\": " + quantity + ", \"at\": \"" + Instant.now()
                                + "\"}");
    }

    private void note(HttpExchange exchange, String method, String path, String body) throws IOException {
        if (method.equals("POST")) {
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            String id = keys.computeIfAbsent(
                    key == null ? UUID.randomUUID().toString() : key,
                    any -> UUID.randomUUID().toString().substring(0, 8));
            notes.put(id, body.replaceAll("(?s).*\"text\"\\s*:\\s*\"([^\"]*)\".*", "$1"));
            LittleService.json(exchange, 201, "{\"id\": \"" + id + "\"}");
        } else if (method.equals("DELETE")) {
            LittleService.answer(exchange, notes.remove(path.substring(7)) == null ? 404 : 204, "", "");
        } else if (path.equals("/notes.csv")) {
            StringBuilder csv = new StringBuilder("id,text\r\n");
            notes.forEach((id, text) -> csv.append(id).append(',').append(text).append("\r\n"));
            LittleService.answer(exchange, 200, "text/csv", csv + "seed,first note\r\n");
        } else {
            List<String> all = new ArrayList<>(List.of("{\"id\": \"seed\", \"text\": \"first note\"}"));
            notes.forEach((id, text) -> all.add("{\"id\": \"" + id + "\", \"text\": \"" + text + "\"}"));
            Collections.shuffle(all);
            LittleService.json(exchange, 200, "{\"total\": " + all.size() + ", \"items\": " + all + "}");
        }
    }

    private void other(HttpExchange exchange, String method, String path, String query, String body)
            throws IOException {
        switch (path) {
            case "/quote" -> {
                int quantity = Integer.parseInt(query.replaceAll("\\D", ""));
                LittleService.json(
                        exchange,
                        200,
                        "{\"price\": 7, \"quantity\": " + quantity + ", \"total\": " + 7 * quantity + "}");
            }
            case "/visits" ->
                LittleService.json(
                        exchange,
                        200,
                        "{\"visits\": " + (method.equals("POST") ? visits.incrementAndGet() : visits.get()) + "}");
            case "/graphql" -> {
                if (body.contains("mutation")) {
                    String text = body.replaceAll("(?s).*text: \\\\\"([^\\\\]*)\\\\\".*", "$1");
                    String id = UUID.randomUUID().toString();
                    LittleService.json(
                            exchange,
                            200,
                            "{\"data\": {\"addNote\": {\"id\": \"" + id + "\", \"text\": \"" + text + "\"}}}");
                } else {
                    LittleService.json(exchange, 200, "{\"data\": {\"notes\": [{\"text\": \"first note\"}]}}");
                }
            }
            case "/tags" -> {
                List<String> tags = new ArrayList<>(List.of("\"black\"", "\"green\"", "\"white\""));
                Collections.shuffle(tags);
                LittleService.json(exchange, 200, tags.toString());
            }
            case "/old" -> {
                exchange.getResponseHeaders().set("Location", "/about");
                LittleService.answer(exchange, 302, "", "");
            }
            case "/about" ->
                LittleService.answer(
                        exchange,
                        200,
                        "text/html",
                        "<html><head><title>Tea</title></head><body><nav>Home</nav><main>We sell tea since 1904.</main>"
                                + "<footer>Tea</footer></body></html>");
            case "/me" -> {
                boolean known =
                        "Bearer right".equals(exchange.getRequestHeaders().getFirst("Authorization"));
                LittleService.json(
                        exchange, known ? 200 : 401, known ? "{\"name\": \"ann\"}" : "{\"error\": \"who?\"}");
            }
            case "/logo.png" -> {
                byte[] image =
                        ("\u0089PNG\r\n\u001a\n" + "0123456789".repeat(30)).getBytes(StandardCharsets.ISO_8859_1);
                exchange.getResponseHeaders().set("Content-Type", "image/png");
                exchange.sendResponseHeaders(200, image.length);
                exchange.getResponseBody().write(image);
            }
            default -> LittleService.json(exchange, 404, "{\"error\": \"nothing at " + path + "\"}");
        }
    }
}
