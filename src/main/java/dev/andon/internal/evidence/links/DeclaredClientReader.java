package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the request that a call of a declared HTTP client makes: the interface's annotations name URL and verb. */
final class DeclaredClientReader {

    private static final Pattern MAPPING = Pattern.compile(
            "org\\.springframework\\.web\\.(?:service|bind)\\.annotation\\.(Get|Post|Put|Patch|Delete|Http|Request)"
                    + "(?:Exchange|Mapping)");

    private final Code code;

    DeclaredClientReader(Code code) {
        this.code = code;
    }

    /** Returns the request, if the called method declares one. */
    Optional<Requests.Found> of(Call call) {
        Optional<ClassFacts> type = code.index().find(call.owner());
        boolean client = type.filter(ClassFacts::isInterface).isPresent();
        return client
                ? code.method(call.owner(), MethodKey.of(call)).stream()
                        .flatMap(method -> method.annotations().stream())
                        .flatMap(annotation -> found(annotation, type.get()).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Requests.Found> found(AnnotationFacts annotation, ClassFacts client) {
        Matcher mapping = MAPPING.matcher(annotation.type());
        if (!mapping.matches()) {
            return Optional.empty();
        }
        String prefix = client.annotations().stream()
                .filter(one -> MAPPING.matcher(one.type()).matches())
                .map(one -> urls(one).get(0))
                .findFirst()
                .orElse("");
        List<String> urls = urls(annotation).stream()
                .map(url -> prefix.isEmpty() ? url : prefix + (url.isEmpty() || url.startsWith("/") ? "" : "/") + url)
                .toList();
        return Optional.of(new Requests.Found(urls, verb(mapping.group(1), annotation), true));
    }

    private static List<String> urls(AnnotationFacts annotation) {
        List<String> urls = Stream.of("value", "url", "path")
                .flatMap(annotation::each)
                .map(String::valueOf)
                .toList();
        return urls.isEmpty() ? List.of("") : urls;
    }

    private static @Nullable String verb(String name, AnnotationFacts annotation) {
        if (!name.equals("Http") && !name.equals("Request")) {
            return name.toUpperCase(Locale.ROOT);
        }
        Object method = annotation.value("method").orElse("");
        Object first = method instanceof List<?> list && !list.isEmpty() ? list.get(0) : method;
        String written = first instanceof AnnotationFacts.EnumName constant ? constant.constant() : first.toString();
        return written.isEmpty() || written.equals("[]") ? null : written;
    }
}
