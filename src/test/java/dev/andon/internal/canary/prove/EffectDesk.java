package dev.andon.internal.canary.prove;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/** A service whose writes show in what it answers later: in a status, a header or another resource. */
final class EffectDesk {
    private final Map<String, String> things = new ConcurrentHashMap<>();
    private final AtomicBoolean cached = new AtomicBoolean();
    private final AtomicBoolean second = new AtomicBoolean();

    void handle(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        switch (path.split("/")[1]) {
            case "ping" -> answer(exchange, 204);
            case "logins" -> {
                boolean right = method.equals("PUT") || body.equals(things.get(path));
                if (method.equals("PUT")) {
                    things.put(path, body);
                }
                answer(exchange, right ? 204 : 401);
            }
            case "locks" -> {
                boolean held = method.equals("DELETE") ? things.remove(path) == null : things.containsKey(path);
                if (method.equals("POST") && !held) {
                    things.put(path, "held");
                }
                answer(exchange, method.equals("GET") ? held ? 204 : 404 : held ? 423 : 204);
            }
            case "offers" -> {
                if (path.endsWith("/revoke")) {
                    things.remove(path.replace("/revoke", ""));
                    LittleService.json(exchange, 200, "{\"ok\": true}");
                } else {
                    document(exchange, method, path, body);
                }
            }
            case "files" -> {
                if (method.equals("POST")) {
                    String to = body.replaceAll(".*\"to\": \"([^\"]*)\".*", "/files/$1");
                    things.put(to, String.valueOf(things.remove(path.replace("/rename", ""))));
                    answer(exchange, 204);
                } else {
                    document(exchange, method, path, body);
                }
            }
            case "docs" -> document(exchange, method, path, body);
            case "items" -> {
                second.set(method.equals("POST") || (method.equals("GET") && second.get()));
                String one = "{\"name\": \"a\"}";
                switch (method) {
                    case "POST" -> LittleService.json(exchange, 201, "{\"id\": \"" + Math.abs(body.hashCode()) + "\"}");
                    case "DELETE" -> answer(exchange, 204);
                    default ->
                        LittleService.json(
                                exchange, 200, second.get() ? "[" + one + ", " + one + "]" : "[" + one + "]");
                }
            }
            case "quotes" ->
                LittleService.json(
                        exchange,
                        200,
                        "{\"price\": " + ThreadLocalRandom.current().nextInt(500, 900) + ", \"id\": \""
                                + UUID.randomUUID() + "\"}");
            case "dice" ->
                LittleService.json(
                        exchange,
                        200,
                        "{\"roll\": " + ThreadLocalRandom.current().nextInt(1, 21) + "}");
            case "purge" -> {
                cached.set(false);
                answer(exchange, 204);
            }
            case "logo" -> {
                exchange.getResponseHeaders().add("X-Cache", cached.getAndSet(true) ? "HIT" : "MISS");
                LittleService.answer(exchange, 200, "image/svg+xml", "<svg><text>Shop</text></svg>");
            }
            case "wiki" -> wiki(exchange, method, path, body);
            case "tenants" -> {
                String slug = method.equals("POST")
                        ? body.replaceAll(".*\"slug\": \"([^\"]*)\".*", "$1")
                        : path.substring("/tenants/".length());
                String url = "/tenants/" + slug;
                if (method.equals("POST")) {
                    things.put(url, "basic");
                    LittleService.json(exchange, 201, "{\"slug\": \"" + slug + "\", \"url\": \"" + url + "\"}");
                } else {
                    LittleService.json(
                            exchange,
                            200,
                            "{\"slug\": \"" + slug + "\", \"plan\": \"" + things.getOrDefault(url, "none") + "\"}");
                }
            }
            default -> answer(exchange, 404);
        }
    }

    private void wiki(HttpExchange exchange, String method, String path, String body) throws IOException {
        if (method.equals("POST")) {
            String name = URLDecoder.decode(body.replaceAll(".*name=([^&]*).*", "$1"), StandardCharsets.UTF_8);
            String page = "/wiki/" + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
            things.put(page, body);
            exchange.getResponseHeaders().add("Location", page);
            answer(exchange, 303);
        } else {
            String page = path.substring("/wiki/".length());
            LittleService.answer(
                    exchange,
                    200,
                    "text/html",
                    "<html><body><h1>" + page + "</h1><p>" + (things.containsKey(path) ? "written" : "no such page")
                            + "</p></body></html>");
        }
    }

    private void document(HttpExchange exchange, String method, String path, String body) throws IOException {
        String known = things.get(path);
        switch (method) {
            case "PUT" -> {
                things.put(path, body);
                answer(exchange, 201);
            }
            case "DELETE" -> {
                things.remove(path);
                answer(exchange, known == null ? 404 : 204);
            }
            case "HEAD" -> exchange.sendResponseHeaders(known == null ? 404 : 200, -1);
            default ->
                LittleService.answer(exchange, known == null ? 404 : 200, "text/plain", known == null ? "" : known);
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        LittleService.answer(exchange, status, "", "");
    }
}
