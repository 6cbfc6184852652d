package dev.andon.internal.canary.prove;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A healthy library that uses what HTTP offers beside JSON: pages of lists, versions, ranges, events, archives, forms,
 * languages, tokens, an index that lags behind. Ids, times and orders differ from run to run.
 */
final class LibraryService implements AutoCloseable {
    private record Book(String title, int version, Instant since) {}

    private final Map<String, Book> books = new ConcurrentHashMap<>();
    private final Map<String, Book> removed = new ConcurrentHashMap<>();
    private final Map<String, String> payments = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Integer> accounts = new ConcurrentHashMap<>();
    private final LibraryTexts texts = new LibraryTexts();
    private final LittleService service;

    LibraryService() throws IOException {
        service = new LittleService(this::handle);
    }

    URI uri() {
        return service.uri();
    }

    int left() {
        return books.size();
    }

    @Override
    public void close() {
        service.close();
    }

    private void handle(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        exchange.getResponseHeaders().set("X-Request-Id", UUID.randomUUID().toString());
        if (path.equals("/books")) {
            books(exchange, method, body);
        } else if (path.startsWith("/books/")) {
            book(exchange, method, path.substring("/books/".length()), body);
        } else if (path.startsWith("/accounts")) {
            account(exchange, method, path, body);
        } else if (!money(exchange, method, path, body) && !texts.answer(exchange, path)) {
            other(exchange, method, path, body);
        }
    }

    private static String title(String body) {
        return body.replaceAll("(?s).*\"title\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    }

    private static String query(HttpExchange exchange, String name, String otherwise) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        var found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
        return found.find() ? found.group(1) : otherwise;
    }

    private static String show(String id, Book book) {
        return "{\"id\": \"%s\", \"title\": \"%s\", \"version\": %d, \"since\": \"%s\", \"_links\": {\"self\": {\"href\": \"/books/%s\"}}}"
                .formatted(id, book.title(), book.version(), book.since(), id);
    }

    private void books(HttpExchange exchange, String method, String body) throws IOException {
        switch (method) {
            case "POST" -> {
                String id = UUID.randomUUID().toString().substring(0, 8);
                Book book = new Book(title(body), 1, Instant.now());
                books.put(id, book);
                exchange.getResponseHeaders().set("Location", "/books/" + id);
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                LittleService.json(exchange, 201, show(id, book));
            }
            case "OPTIONS" -> {
                exchange.getResponseHeaders().set("Allow", "GET, POST, OPTIONS");
                LittleService.answer(exchange, 204, "", "");
            }
            default -> {
                Map<String, Book> all = new TreeMap<>(books);
                IntStream.range(0, 23)
                        .forEach(i -> all.put("seed-" + i, new Book("Seed book " + i, 1 + i % 3, Instant.EPOCH)));
                List<String> ids = new ArrayList<>(all.keySet());
                int page = Integer.parseInt(query(exchange, "page", "0"));
                int from = Math.min(page * 10, ids.size());
                int to = Math.min(from + 10, ids.size());
                exchange.getResponseHeaders().set("X-Total-Count", String.valueOf(ids.size()));
                String next = to < ids.size() ? "\"/books?page=" + (page + 1) + "\"" : "null";
                LittleService.json(
                        exchange,
                        200,
                        "{\"total\": " + ids.size() + ", \"next\": " + next + ", \"items\": "
                                + ids.subList(from, to).stream()
                                        .map(id -> show(id, all.get(id)))
                                        .toList() + "}");
            }
        }
    }

    private void book(HttpExchange exchange, String method, String id, String body) throws IOException {
        if (id.endsWith("/restore")) {
            String gone = id.replace("/restore", "");
            Book book = removed.remove(gone);
            if (book != null) {
                books.put(gone, book);
            }
            LittleService.json(exchange, book == null ? 404 : 200, book == null ? "{}" : show(gone, book));
            return;
        }
        Book book = books.get(id);
        if (book == null) {
            LittleService.json(exchange, 404, "{\"error\": \"no book\"}");
            return;
        }
        String tag = "\"" + book.version() + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        switch (method) {
            case "DELETE" -> {
                removed.put(id, books.remove(id));
                LittleService.answer(exchange, 204, "", "");
            }
            case "HEAD" -> exchange.sendResponseHeaders(200, -1);
            case "PUT" -> {
                if (!tag.equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
                    LittleService.json(exchange, 412, "{\"error\": \"changed meanwhile\"}");
                    return;
                }
                Book changed = new Book(title(body), book.version() + 1, book.since());
                books.put(id, changed);
                exchange.getResponseHeaders().set("ETag", "\"" + changed.version() + "\"");
                LittleService.json(exchange, 200, show(id, changed));
            }
            default -> LittleService.json(exchange, 200, show(id, book));
        }
    }

    private void account(HttpExchange exchange, String method, String path, String body) throws IOException {
        String id = path.replaceAll("/accounts/?", "");
        if (method.equals("POST") && id.isEmpty()) {
            String next = UUID.randomUUID().toString();
            accounts.put(next, 100);
            LittleService.json(exchange, 201, "{\"id\": \"" + next + "\"}");
        } else {
            LittleService.json(
                    exchange,
                    accounts.containsKey(id) ? 200 : 404,
                    "{\"balance\": " + accounts.getOrDefault(id, 0) + ", \"at\": \"" + Instant.now() + "\"}");
        }
    }

    private boolean money(HttpExchange exchange, String method, String path, String body) throws IOException {
        switch (path) {
            case "/transfers" -> {
                String[] ids = body.split(" ");
                accounts.merge(ids[0], -30, Integer::sum);
                accounts.merge(ids[1], 30, Integer::sum);
                LittleService.json(exchange, 202, "{\"transfer\": \"" + UUID.randomUUID() + "\"}");
            }
            case "/payments" -> {
                String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                String known = payments.putIfAbsent(key, body);
                boolean conflict = known != null && !known.equals(body);
                LittleService.json(
                        exchange,
                        conflict ? 409 : 201,
                        conflict
                                ? "{\"error\": \"key was used\"}"
                                : "{\"key\": \"" + key + "\", \"state\": \"ACCEPTED\", \"replayed\": " + (known != null)
                                        + "}");
            }
            case "/token" -> {
                String token = UUID.randomUUID().toString();
                tokens.put("Bearer " + token, body.replaceAll(".*user=(\\w+).*", "$1"));
                LittleService.json(
                        exchange,
                        200,
                        "{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\", \"expires_in\": 3600}");
            }
            case "/userinfo" -> {
                String user =
                        tokens.get(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                LittleService.json(
                        exchange,
                        user == null ? 401 : 200,
                        user == null
                                ? "{\"error\": \"who?\"}"
                                : "{\"sub\": \"" + user + "\", \"auth_time\": "
                                        + Instant.now().getEpochSecond() + "}");
            }
            case "/offer" ->
                LittleService.json(
                        exchange,
                        200,
                        "{\"price\": " + ThreadLocalRandom.current().nextInt(5, 90) + ", \"validUntil\": \""
                                + Instant.now().plus(Duration.ofHours(1)) + "\"}");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void other(HttpExchange exchange, String method, String path, String body) throws IOException {
        switch (path) {
            case "/search" -> {
                String word = query(exchange, "q", "none");
                List<String> hits = new ArrayList<>(books.values().stream()
                        .filter(book -> book.title().contains(word))
                        .filter(book -> book.since().isBefore(Instant.now().minusMillis(40)))
                        .map(book -> "{\"title\": \"" + book.title() + "\"}")
                        .toList());
                LittleService.json(exchange, 200, "{\"hits\": " + hits + ", \"took\": " + System.nanoTime() % 90 + "}");
            }
            case "/bulk" -> {
                List<String> results = new ArrayList<>();
                for (String part : body.split("\\},")) {
                    String id = UUID.randomUUID().toString().substring(0, 8);
                    boolean bad = title(part).isEmpty();
                    if (!bad) {
                        books.put(id, new Book(title(part), 1, Instant.now()));
                    }
                    results.add("{\"status\": " + (bad ? 422 : 201) + ", \"id\": \"" + (bad ? "" : id) + "\"}");
                }
                LittleService.json(exchange, 207, results.toString());
            }
            case "/prices" -> {
                String prices = ThreadLocalRandom.current()
                        .ints(8, 1, 500)
                        .sorted()
                        .mapToObj(price -> "{\"sku\": \"" + UUID.randomUUID() + "\", \"price\": " + price + "}")
                        .collect(Collectors.joining(", ", "[", "]"));
                LittleService.json(exchange, 200, prices);
            }
            case "/branches" -> {
                List<String> keys = new ArrayList<>(List.of("north", "south", "west"));
                Collections.shuffle(keys);
                LittleService.json(
                        exchange,
                        200,
                        keys.stream()
                                .map(key -> "\"" + key + "\": {\"city\": \"" + key.toUpperCase()
                                        + "\", \"desks\": [[1, 2], [3]]}")
                                .collect(Collectors.joining(", ", "{", "}")));
            }
            case "/report" -> {
                String report = "day;loans\n2026-01-01;17\n2026-01-02;23\nprinted;" + Instant.now() + "\n";
                exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"report.csv\"");
                exchange.getResponseHeaders().set("Digest", "sha-256=" + sha(report));
                LittleService.answer(exchange, 200, "text/csv", report);
            }
            case "/archive.zip" ->
                LibraryTexts.bytes(exchange, 200, "application/zip", Zipped.zip("loans.txt", "seventeen loans"));
            case "/catalogue" -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                LibraryTexts.bytes(
                        exchange,
                        200,
                        "text/html; charset=utf-8",
                        Zipped.gzip(
                                "<html><head><title>Library</title></head><body><h1>Catalogue</h1><table><tr><td>Dune</td>"
                                        + "<td>Herbert</td></tr><tr><td>Emma</td><td>Austen</td></tr></table><p>"
                                        + Instant.now()
                                        + "</p></body></html>"));
            }
            case "/blob" -> {
                byte[] blob = "0123456789abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);
                String range = exchange.getRequestHeaders().getFirst("Range");
                if (range == null) {
                    LibraryTexts.bytes(exchange, 200, "application/octet-stream", blob);
                } else {
                    exchange.getResponseHeaders().set("Content-Range", "bytes 10-19/36");
                    LibraryTexts.bytes(
                            exchange, 206, "application/octet-stream", java.util.Arrays.copyOfRange(blob, 10, 20));
                }
            }
            case "/frame" ->
                LibraryTexts.bytes(
                        exchange,
                        200,
                        "application/x-protobuf",
                        ByteBuffer.allocate(16)
                                .putInt(0xCAFEBABE)
                                .putInt(7)
                                .putLong(1_904)
                                .array());
            case "/wishes" -> {
                if (method.equals("POST")) {
                    String id = UUID.randomUUID().toString().substring(0, 8);
                    books.put(id, new Book(body.replaceAll(".*title=([^&]*).*", "$1"), 1, Instant.now()));
                    exchange.getResponseHeaders().set("Location", "/wishes?id=" + id);
                    LittleService.answer(exchange, 303, "", "");
                } else {
                    Book wish = books.get(query(exchange, "id", ""));
                    LittleService.answer(
                            exchange,
                            wish == null ? 404 : 200,
                            "text/html",
                            "<html><head><title>Library</title></head><body><nav>Home</nav><main><h1>Your wish</h1><p>"
                                    + (wish == null ? "none" : wish.title()) + "</p><p>noted " + Instant.now()
                                    + "</p></main></body></html>");
                }
            }
            case "/private" -> {
                boolean known = tokens.containsKey(
                        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                if (!known) {
                    exchange.getResponseHeaders().set("Location", "/signin?back=/private");
                }
                LittleService.answer(exchange, known ? 200 : 302, "text/plain", known ? "reading room 4" : "");
            }
            case "/signin" ->
                LittleService.answer(exchange, 200, "text/html", "<html><body><form>Sign in</form></body></html>");
            default -> LittleService.json(exchange, 404, "{\"error\": \"nothing at " + path + "\"}");
        }
    }

    static String sha(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
