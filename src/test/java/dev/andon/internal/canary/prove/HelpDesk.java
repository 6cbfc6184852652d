package dev.andon.internal.canary.prove;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A healthy help desk with remote calls, exports, ranges, jobs and an endless stream; ids, times and order vary. */
final class HelpDesk implements AutoCloseable {
    private static final int MOST_EVENTS = 2_000;

    private final Map<Integer, String> tickets = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> versions = new ConcurrentHashMap<>();
    private final Map<String, Integer> jobs = new ConcurrentHashMap<>();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger next =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000, 90_000));
    private final LittleService service;

    HelpDesk() throws IOException {
        service = new LittleService(this::handle);
        for (int i = 0; i < 7; i++) {
            tickets.put(next.incrementAndGet(), "seed ticket " + i);
        }
    }

    URI uri() {
        return service.uri();
    }

    @Override
    public void close() {
        service.close();
    }

    private static String field(String body, String name) {
        Matcher found =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]*)").matcher(body);
        return found.find() ? found.group(1).trim() : "";
    }

    private static String object(String... members) {
        List<String> mixed = new ArrayList<>(List.of(members));
        Collections.shuffle(mixed);
        return "{" + String.join(", ", mixed) + "}";
    }

    private static String text(String name, String value) {
        return "\"" + name + "\": \"" + value + "\"";
    }

    private static String number(String name, long value) {
        return "\"" + name + "\": " + value;
    }

    private String show(int id) {
        return object(
                number("id", id),
                text("title", tickets.get(id)),
                text("seen", Instant.now().toString()));
    }

    private void handle(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (path.startsWith("/tickets")) {
            tickets(exchange, path, body);
        } else if (path.startsWith("/jobs")) {
            job(exchange, path);
        } else {
            other(exchange, path, query, body);
        }
    }

    private void tickets(HttpExchange exchange, String path, String body) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            int id = next.addAndGet(1 + ThreadLocalRandom.current().nextInt(3));
            tickets.put(id, field(body, "title"));
            exchange.getResponseHeaders().set("Location", "/tickets/" + id);
            LittleService.json(exchange, 201, show(id));
            return;
        }
        if (path.equals("/tickets")) {
            LittleService.json(
                    exchange,
                    200,
                    new TreeSet<>(tickets.keySet())
                            .stream().map(this::show).toList().toString());
            return;
        }
        int id = Integer.parseInt(path.replaceAll("\\D", ""));
        if (!tickets.containsKey(id)) {
            LittleService.json(exchange, 404, "{\"error\": \"no ticket\"}");
        } else if (exchange.getRequestMethod().equals("PATCH")) {
            boolean current = tag(id).equals(exchange.getRequestHeaders().getFirst("If-Match"));
            if (current) {
                tickets.put(id, field(body, "title"));
                versions.merge(id, 1, Integer::sum);
                changes.incrementAndGet();
            }
            LittleService.json(
                    exchange, current ? 200 : 412, current ? show(id) : "{\"error\": \"changed meanwhile\"}");
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            tickets.remove(id);
            LittleService.answer(exchange, 204, "", "");
        } else if (String.valueOf(exchange.getRequestHeaders().getFirst("Accept"))
                .contains("xml")) {
            LittleService.answer(
                    exchange,
                    200,
                    "application/xml",
                    "<ticket id=\"" + id + "\"><title>" + tickets.get(id) + "</title></ticket>");
        } else {
            exchange.getResponseHeaders().set("ETag", tag(id));
            LittleService.json(exchange, 200, show(id));
        }
    }

    private String tag(int id) {
        return "\"" + (10 + id % 80 + versions.getOrDefault(id, 0)) + "\"";
    }

    private void job(HttpExchange exchange, String path) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            String id = UUID.randomUUID().toString();
            jobs.put("/jobs/" + id, ThreadLocalRandom.current().nextInt(1, 4));
            exchange.getResponseHeaders().set("Location", "/jobs/" + id);
            LittleService.answer(exchange, 202, "", "");
        } else {
            boolean known = jobs.containsKey(path);
            boolean runs = known && jobs.merge(path, -1, Integer::sum) > 0;
            LittleService.json(
                    exchange,
                    known ? 200 : 404,
                    object(
                            text("state", runs ? "RUNNING" : "DONE"),
                            text("asked", Instant.now().toString())));
        }
    }

    private void other(HttpExchange exchange, String path, String query, String body) throws IOException {
        switch (path) {
            case "/level" ->
                LittleService.json(
                        exchange,
                        200,
                        object(
                                text("level", "GOLD"),
                                number("hours", 8),
                                text("asked", Instant.now().toString()),
                                text(
                                        "self",
                                        "http://" + exchange.getRequestHeaders().getFirst("Host") + "/level")));
            case "/rpc" -> {
                boolean known = field(body, "method").equals("priority");
                LittleService.json(
                        exchange,
                        200,
                        object(
                                text("jsonrpc", "2.0"),
                                number("id", Integer.parseInt(field(body, "id"))),
                                known
                                        ? "\"result\": " + object(number("priority", 20), text("label", "HIGH"))
                                        : "\"error\": "
                                                + object(number("code", -32601), text("message", "No such method"))));
            }
            case "/export" -> {
                StringBuilder table = new StringBuilder("id;title\n");
                tickets.forEach((id, title) ->
                        table.append(id).append(';').append(title).append('\n'));
                LittleService.answer(exchange, 200, "application/vnd.ms-excel", table.toString());
            }
            case "/sheet" ->
                LibraryTexts.bytes(
                        exchange,
                        200,
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        Zipped.zip(
                                "xl/sheet1.xml",
                                "<sheet>"
                                        + tickets.values().stream()
                                                .map(title -> "<row><c>" + title + "</c></row>")
                                                .collect(Collectors.joining())
                                        + "</sheet>"));
            case "/invoice" -> {
                byte[] noise = new byte[200];
                ThreadLocalRandom.current().nextBytes(noise);
                byte[] file = ("%PDF-1.4\n"
                                + (query.equals("scanned") ? "%" + new String(noise, StandardCharsets.ISO_8859_1) : "")
                                + "\n1 0 obj\n<< /Type /Catalog >>\nstream\nBT (Support in May 49.90 EUR) Tj ET\n"
                                + "endstream\nendobj\n<< /CreationDate (" + Instant.now()
                                + ") >>\nstartxref\n9\n%%EOF\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
                LibraryTexts.bytes(exchange, 200, "application/pdf", file);
            }
            case "/manual" -> {
                Matcher range = Pattern.compile("bytes=(\\d+)-(\\d+)")
                        .matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
                byte[] manual = "abcdefghijklmnopqrstuvwxyz".repeat(3).getBytes(StandardCharsets.US_ASCII);
                byte[] part = range.find()
                        ? Arrays.copyOfRange(
                                manual, Integer.parseInt(range.group(1)), 1 + Integer.parseInt(range.group(2)))
                        : manual;
                LibraryTexts.bytes(exchange, part.length < manual.length ? 206 : 200, "text/plain", part);
            }
            case "/search" -> {
                List<Integer> hits = tickets.keySet().stream()
                        .filter(id -> tickets.get(id).contains(query.replace("q=", "")))
                        .toList();
                LittleService.json(
                        exchange,
                        200,
                        object(
                                text("word", query.replace("q=", "")),
                                number("total", hits.size()),
                                "\"hits\": " + hits.stream().map(this::show).toList(),
                                number("took", System.nanoTime() % 40)));
            }
            case "/statistics" ->
                LittleService.json(
                        exchange,
                        200,
                        object(
                                number("tickets", tickets.size()),
                                number("changes", changes.get()),
                                number("at", System.nanoTime())));
            case "/events" -> events(exchange);
            default -> LittleService.json(exchange, 404, "{\"error\": \"nothing at " + path + "\"}");
        }
    }

    /** Goes on until the reader is gone, or for longer than any canary waits. */
    private static void events(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        try {
            for (int i = 0; i < MOST_EVENTS; i++) {
                String state = i % 2 == 0 ? "OPENED" : "CLOSED";
                String event = "id: " + System.nanoTime() + "\nevent: ticket\ndata: "
                        + object(text("state", state), number("ticket", System.nanoTime() % 1_000)) + "\n\n";
                out.write(event.getBytes(StandardCharsets.UTF_8));
                out.flush();
                Thread.sleep(10);
            }
        } catch (IOException | InterruptedException gone) {
            return;
        }
    }
}
