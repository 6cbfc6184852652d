package dev.andon.internal.canary.prove;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A healthy little shop: products, orders, and a setting that is always the same. */
final class LittleShop {
    private final AtomicInteger numbers = new AtomicInteger(100);
    private final Map<String, String> orders = new ConcurrentHashMap<>();
    private volatile String setting = "";

    static LittleService open() throws IOException {
        return new LittleService(new LittleShop()::handle);
    }

    int orders() {
        return orders.size();
    }

    private void handle(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod()) {
            case "POST" -> post(exchange, path, body);
            case "PUT" -> {
                if (orders.containsKey(path)) {
                    orders.put(path, order(path.substring(path.lastIndexOf('/') + 1), body));
                } else {
                    setting = body;
                }
                LittleService.answer(exchange, 204, "", "");
            }
            case "DELETE" -> {
                boolean known = orders.remove(path) != null;
                LittleService.answer(exchange, known ? 204 : 404, "", "");
            }
            default -> get(exchange, path);
        }
    }

    private void post(HttpExchange exchange, String path, String body) throws IOException {
        if (body.isEmpty()) {
            LittleService.json(exchange, 400, "{\"error\": \"an order needs a note\"}");
            return;
        }
        String id = String.valueOf(numbers.incrementAndGet());
        String order = order(id, body);
        orders.put(path + "/" + id, order);
        // As frameworks do, the absolute address of what was made.
        exchange.getResponseHeaders()
                .set("Location", "http://" + exchange.getRequestHeaders().getFirst("Host") + path + "/" + id);
        LittleService.json(exchange, 201, order);
    }

    private static String order(String id, String note) {
        return "{\"id\": " + id + ", \"note\": " + note + ", \"status\": \"PLACED\"}";
    }

    private void search(HttpExchange exchange) throws IOException {
        String note = exchange.getRequestURI().getQuery().substring("note=".length());
        long found =
                orders.values().stream().filter(order -> order.contains(note)).count();
        LittleService.json(exchange, 200, "{\"found\": " + found + "}");
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/products" -> LittleService.json(exchange, 200, "[{\"sku\": \"tea\", \"price\": 2.50}]");
            case "/setting" -> LittleService.json(exchange, 200, "{\"value\": " + setting + "}");
            case "/orders" -> LittleService.json(exchange, 200, "{\"count\": " + orders.size() + "}");
            case "/search" -> search(exchange);
            case "/clock" -> LittleService.json(exchange, 200, "{\"nanos\": " + System.nanoTime() + "}");
            case "/bill" -> LittleService.json(exchange, 200, "{\"toPay\": 2.50}");
            case "/health" -> LittleService.answer(exchange, 200, "text/plain", "UP");
            case "/empty" -> LittleService.answer(exchange, 204, "", "");
            default -> {
                String order = orders.get(path);
                LittleService.json(
                        exchange, order == null ? 404 : 200, order == null ? "{\"error\": \"none\"}" : order);
            }
        }
    }
}
