package dev.andon.internal.canary.prove;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service with writes of many kinds, most of which answer little. */
final class WriteDesk {
    private static final Pattern TEXT = Pattern.compile("text: \\\\?\"([^\"\\\\]*)");
    private static final Pattern ID = Pattern.compile("\\(id: \\\\?\"?(\\d+)");

    private final Map<String, String> things = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger(1000);
    private final AtomicInteger hits = new AtomicInteger();

    void handle(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String known = things.get(path);
        switch (exchange.getRequestMethod() + " " + path.replaceAll("(?<=/\\w{1,20}/)[^/]+$", "{}")) {
            case "GET /health" -> json(exchange, 200, "{\"status\": \"UP\"}");
            case "GET /reviews" -> json(exchange, 200, "{\"title\": \"All reviews\", \"page\": 1}");
            case "POST /orders" -> {
                String location = "/orders/" + count.incrementAndGet();
                things.put(location, body);
                exchange.getResponseHeaders().add("Location", location);
                exchange.getResponseHeaders().add("Set-Cookie", "visit=" + UUID.randomUUID());
                answer(exchange, 201);
            }
            case "POST /reviews" ->
                json(exchange, 201, "{\"id\": " + count.incrementAndGet() + ", \"page\": 1, \"state\": \"new\"}");
            case "POST /hits" -> {
                hits.incrementAndGet();
                answer(exchange, 204);
            }
            case "POST /hits/{}" -> {
                hits.set(0);
                answer(exchange, 204);
            }
            case "POST /clear" -> {
                hits.set(0);
                json(exchange, 200, "{\"done\": true, \"at\": " + System.nanoTime() + "}");
            }
            case "GET /notes/{}", "PUT /notes/{}" -> {
                if (exchange.getRequestMethod().equals("PUT")) {
                    things.put(path, body);
                }
                json(exchange, things.containsKey(path) ? 200 : 404, things.getOrDefault(path, "{}"));
            }
            case "DELETE /notes/{}" -> json(exchange, 200, String.valueOf(things.remove(path)));
            case "GET /statistics" -> json(exchange, 200, "{\"count\": " + hits.get() + ", \"of\": \"hits\"}");
            case "POST /login" -> {
                String session = UUID.randomUUID().toString();
                things.put("session=" + session, body);
                exchange.getResponseHeaders().add("Set-Cookie", "session=" + session + "; HttpOnly");
                answer(exchange, 204);
            }
            case "GET /me" -> {
                String user =
                        things.get(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
                json(exchange, user == null ? 401 : 200, user == null ? "{}" : user);
            }
            case "POST /logout" -> {
                things.remove(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
                exchange.getResponseHeaders().add("Set-Cookie", "session=; Max-Age=0");
                answer(exchange, 204);
            }
            case "POST /mails" -> {
                String cookie = exchange.getRequestHeaders().getFirst("Cookie");
                exchange.getResponseHeaders().add("Set-Cookie", cookie + "; HttpOnly");
                String id = exchange.getRequestHeaders().getFirst("X-Correlation-Id");
                exchange.getResponseHeaders().add("X-Correlation-Id", String.valueOf(id));
                answer(exchange, 204);
            }
            case "POST /search" -> json(exchange, 200, "{\"found\": [{\"id\": 7}], \"took\": 3}");
            case "POST /search/{}" -> json(exchange, 200, "{\"found\": [{\"id\": 6}, {\"id\": 7}]}");
            case "GET /items/{}" ->
                json(
                        exchange,
                        path.endsWith("/7") ? 200 : 404,
                        path.endsWith("/7") ? "{\"name\": \"Tea\", \"price\": 3}" : "{\"error\": \"unknown\"}");
            case "POST /graphql" -> json(exchange, 200, graphQl(body));
            case "PUT /profiles/{}" -> {
                things.put(path, body);
                answer(exchange, 204);
            }
            case "PATCH /profiles/{}" -> {
                exchange.getResponseHeaders().add("Location", path);
                things.put(path, "{\"name\": \"Ann\", " + body.substring(1));
                json(exchange, 200, things.get(path));
            }
            case "DELETE /profiles/{}" -> {
                things.remove(path);
                answer(exchange, 204);
            }
            case "GET /profiles/{}" -> {
                if (known == null) {
                    answer(exchange, 404);
                } else {
                    json(exchange, 200, known);
                }
            }
            default -> json(exchange, known == null ? 404 : 200, known == null ? "{}" : known);
        }
    }

    private String graphQl(String body) {
        Matcher id = ID.matcher(body);
        Matcher text = TEXT.matcher(body);
        if (body.contains("addNote") && text.find()) {
            String added = String.valueOf(count.incrementAndGet() % 100);
            things.put("note " + added, text.group(1));
            return "{\"data\": {\"addNote\": {\"id\": \"" + added + "\"}}}";
        }
        if (body.contains("note(") && id.find()) {
            String note = things.get("note " + id.group(1));
            return "{\"data\": {\"note\": " + (note == null ? "null" : "{\"text\": \"" + note + "\"}") + "}}";
        }
        if (body.contains("reset")) {
            hits.set(0);
            return "{\"data\": {\"reset\": null}}";
        }
        if (body.contains("hit")) {
            return "{\"data\": {\"hit\": " + hits.incrementAndGet() + "}}";
        }
        if (body.contains("counter")) {
            return "{\"data\": {\"counter\": {\"count\": " + hits.get() + "}}}";
        }
        return body.contains("owners")
                ? "{\"data\": {\"owners\": [{\"name\": \"Betty Davis\"}]}}"
                : "{\"data\": {\"pets\": [{\"name\": \"Leo\"}]}}";
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        LittleService.answer(exchange, status, "", "");
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        LittleService.json(exchange, status, body);
    }
}
