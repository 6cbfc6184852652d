package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Joins and reads path templates. */
public final class RouteTemplates {

    private RouteTemplates() {}

    /** Joins a prefix and a path with one slash, without patterns of variables and query templates. */
    public static String join(String prefix, String path) {
        StringBuilder joined = new StringBuilder();
        for (String part : List.of(prefix, path)) {
            String trimmed = withoutExpressions(part.strip()).replaceAll("^/+|/+$", "");
            if (!trimmed.isEmpty()) {
                joined.append('/').append(trimmed);
            }
        }
        return joined.isEmpty() ? "/" : joined.toString();
    }

    /** Turns <code>{id:[0-9]{3}}</code> into <code>{id}</code>, and drops a query template such as <code>{?page}</code>. */
    private static String withoutExpressions(String template) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        boolean inExpression = false;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{') {
                depth++;
                boolean placeholder = i > 0 && template.charAt(i - 1) == '$';
                inExpression = inExpression || (depth == 1 && !placeholder && template.startsWith("{?", i));
                if (depth == 1 && !inExpression) {
                    plain.append(c);
                }
            } else if (c == '}') {
                depth--;
                if (depth == 0) {
                    if (!inExpression || plain.lastIndexOf("{") > plain.lastIndexOf("}")) {
                        plain.append(c);
                    }
                    inExpression = false;
                }
            } else if (depth == 1 && c == ':' && !isPropertyPlaceholder(plain)) {
                inExpression = true;
            } else if (!inExpression && depth <= 1 && !(depth == 1 && Character.isWhitespace(c))) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static boolean isPropertyPlaceholder(StringBuilder plain) {
        int brace = plain.lastIndexOf("{");
        return brace > 0 && plain.charAt(brace - 1) == '$';
    }

    /** Returns the texts, or the names of enum constants, of the first of the attributes that has any. */
    public static List<String> texts(AnnotationFacts annotation, String... attributes) {
        return Arrays.stream(attributes)
                .flatMap(attribute -> annotation.value(attribute).stream())
                .map(RouteTemplates::texts)
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        for (Object one : value instanceof List<?> list ? list : List.of(value)) {
            if (one instanceof String text) {
                texts.add(text);
            } else if (one instanceof AnnotationFacts.EnumName name) {
                texts.add(name.constant());
            }
        }
        return texts;
    }
}
