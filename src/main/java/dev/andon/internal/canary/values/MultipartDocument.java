package dev.andon.internal.canary.values;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Several documents in one body: the parts of a multipart one, or the data of events. What stands between them is no value. A
 * place is the number of the part and the place in it.
 *
 * @param parts texts that stay, and between them, at each odd number, the body of a part
 * @param documents the bodies
 * @param first the number of the first part
 */
record MultipartDocument(List<String> parts, List<Document> documents, int first) implements Document {
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)^multipart/.*;\\s*boundary=(\"[^\"]{1,100}\"|[^\\s;]{1,100}).*", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("(?im)^Content-Type:[ \\t]*(.+)$");

    private static final Pattern DATA = Pattern.compile("(?m)^(data:)[ \\t]*(.+)$");

    /** Reads a body; empty where it is neither a stream of events nor multipart with at least one part. */
    static Optional<Document> of(String text, String contentType) {
        if (contentType.toLowerCase(Locale.ROOT).contains("event-stream")) {
            return Optional.of(parts(text, DATA.matcher(text), false));
        }
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.matches()) {
            return Optional.empty();
        }
        String delimiter = Pattern.quote("--" + boundary.group(1).replace("\"", ""));
        Matcher part = Pattern.compile(
                        delimiter + "\\r?\\n(.*?\\r?\\n)??\\r?\\n(.*?)(?=\\r?\\n" + delimiter + ")", Pattern.DOTALL)
                .matcher(text);
        MultipartDocument multipart = parts(text, part, true);
        return multipart.documents.isEmpty() ? Optional.empty() : Optional.of(multipart);
    }

    private static MultipartDocument parts(String text, Matcher part, boolean headers) {
        List<String> parts = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        int from = 0;
        while (part.find()) {
            Matcher type = TYPE.matcher(headers && part.group(1) != null ? part.group(1) : "");
            parts.add(text.substring(from, part.start(2)));
            parts.add(part.group(2));
            documents.add(Document.of(part.group(2), type.find() ? type.group(1).trim() : ""));
            from = part.end(2);
        }
        parts.add(text.substring(from));
        return new MultipartDocument(parts, documents, 0);
    }

    @Override
    public Optional<Changed> change(ValueChange change, Set<String> kept) {
        List<String> texts = new ArrayList<>(parts);
        Map<String, String> replaced = new LinkedHashMap<>();
        boolean any = false;
        for (int i = 0; i < documents.size(); i++) {
            String number = first + i + " ";
            Set<String> here = kept.stream()
                    .filter(place -> place.startsWith(number))
                    .map(place -> place.substring(number.length()))
                    .collect(Collectors.toSet());
            Optional<Changed> changed = documents.get(i).change(change, here);
            if (changed.isPresent()) {
                any = true;
                texts.set(2 * i + 1, changed.get().text());
                changed.get().replaced().forEach((place, value) -> replaced.put(number + place, value));
            }
        }
        return any ? Optional.of(new Changed(String.join("", texts), replaced)) : Optional.empty();
    }

    @Override
    public Document after(int earlier) {
        return new MultipartDocument(parts, documents, earlier);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public List<String> values() {
        return documents.stream()
                .flatMap(document -> document.values().stream())
                .toList();
    }

    @Override
    public boolean hasList() {
        return documents.stream().anyMatch(Document::hasList);
    }
}
