package dev.andon.internal.canary.prove;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** What the library answers in formats other than JSON. */
final class LibraryTexts {
    private final AtomicInteger visitors =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(100, 500));

    /** Returns whether it is one of its paths. */
    boolean answer(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/greeting" -> {
                boolean german = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language"))
                        .startsWith("de");
                exchange.getResponseHeaders().set("Content-Language", german ? "de" : "en");
                LittleService.answer(exchange, 200, "text/plain", german ? "Guten Tag, Leser" : "Good day, reader");
            }
            case "/latin" ->
                bytes(
                        exchange,
                        200,
                        "text/plain; charset=ISO-8859-1",
                        "Größe: 17 Bände".getBytes(StandardCharsets.ISO_8859_1));
            case "/open" -> LittleService.json(exchange, 200, "true");
            case "/visitors" ->
                LittleService.answer(
                        exchange,
                        200,
                        "text/plain",
                        String.valueOf(
                                exchange.getRequestMethod().equals("POST")
                                        ? visitors.incrementAndGet()
                                        : visitors.get()));
            case "/events" ->
                LittleService.answer(
                        exchange,
                        200,
                        "text/event-stream",
                        "event: hello\ndata: {\"branch\": \"north\"}\n\nid: " + UUID.randomUUID()
                                + "\nevent: hours\ndata: {\"opens\": \"09:00\"}\n\n");
            case "/soap" ->
                LittleService.answer(
                        exchange,
                        200,
                        "text/xml; charset=utf-8",
                        "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                                + "<hours xmlns=\"urn:library\"><day>Monday</day><opens>09:00</opens></hours></s:Body></s:Envelope>");
            case "/calendar" ->
                LittleService.answer(
                        exchange,
                        200,
                        "text/calendar",
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:" + UUID.randomUUID()
                                + "\r\nSUMMARY:Reading hour\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
            case "/settings" ->
                LittleService.answer(exchange, 200, "text/plain", "# Settings\nloan.days=28\nreaders = 1904\n");
            case "/loans.csv.gz" ->
                bytes(exchange, 200, "application/gzip", Zipped.gzip("title;loans\nDune;3\nEmma;5\n"));
            case "/mixed" ->
                LittleService.answer(
                        exchange,
                        200,
                        "multipart/mixed; boundary=part",
                        "--part\r\nContent-Type: text/plain\r\n\r\nTea room is open\r\n--part\r\nContent-Type: application/json\r\n\r\n{\"rooms\": 3}\r\n--part--\r\n");
            default -> {
                return false;
            }
        }
        return true;
    }

    static void bytes(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
