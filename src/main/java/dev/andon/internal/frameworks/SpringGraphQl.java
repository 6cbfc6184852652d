package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Spring for GraphQL. The operations of a controller are its fields: {@code QUERY books}, {@code MUTATION addBook},
 * {@code SUBSCRIPTION news}, and {@code FIELD author} for a field of any other type.
 */
final class SpringGraphQl implements Framework {

    private static final String PACKAGE = "org.springframework.graphql.data.method.annotation.";
    private static final String SCHEMA_MAPPING = PACKAGE + "SchemaMapping";
    private static final String TESTER = "org.springframework.graphql.test.tester.";
    private static final Map<String, String> VERBS = Map.of(
            PACKAGE + "QueryMapping", "QUERY",
            PACKAGE + "MutationMapping", "MUTATION",
            PACKAGE + "SubscriptionMapping", "SUBSCRIPTION",
            PACKAGE + "BatchMapping", GraphQlDocument.FIELD);
    private static final Set<String> ROOT_TYPES = Set.of("QUERY", "MUTATION", "SUBSCRIPTION");

    @Override
    public boolean isMapping(String annotation) {
        return annotation.startsWith("org.springframework.graphql.") && annotation.endsWith("Mapping");
    }

    @Override
    public List<Route> operations(ClassView type, MethodFacts method, List<AnnotationFacts> annotations) {
        for (AnnotationFacts annotation : annotations) {
            String verb = VERBS.get(annotation.type());
            if (verb == null && annotation.type().equals(SCHEMA_MAPPING)) {
                verb = verb(RouteTemplates.texts(annotation, "typeName"), type);
            }
            if (verb != null) {
                return List.of(new Route(verb, field(annotation, method)));
            }
        }
        return List.of();
    }

    /** A class may name the type for all its fields. */
    private static String verb(List<String> typeNames, ClassView type) {
        List<String> names = new ArrayList<>(typeNames);
        for (ClassFacts each : type.hierarchy()) {
            each.annotations().stream()
                    .filter(annotation -> annotation.type().equals(SCHEMA_MAPPING))
                    .forEach(annotation -> names.addAll(RouteTemplates.texts(annotation, "typeName")));
        }
        String verb = names.isEmpty() ? "" : names.get(0).toUpperCase(Locale.ROOT);
        return ROOT_TYPES.contains(verb) ? verb : GraphQlDocument.FIELD;
    }

    private static String field(AnnotationFacts annotation, MethodFacts method) {
        List<String> written = RouteTemplates.texts(annotation, "name", "field", "value");
        return written.isEmpty() || written.get(0).isEmpty() ? method.name() : written.get(0);
    }

    @Override
    public Set<String> controllerSlices() {
        return Set.of(
                "org.springframework.boot.graphql.test.autoconfigure.GraphQlTest",
                "org.springframework.boot.test.autoconfigure.graphql.GraphQlTest");
    }

    @Override
    public boolean sendsDocument(Call call) {
        return call.owner().startsWith(TESTER)
                && (call.name().equals("document") || call.name().equals("documentName"));
    }

    /** A document in a file cannot be read from the class files, so it counts for the field that it is named after. */
    @Override
    public List<Route> operations(Call call, String document) {
        return call.name().equals("document")
                ? GraphQlDocument.operations(document)
                : ROOT_TYPES.stream()
                        .sorted()
                        .map(verb -> new Route(verb, ClassNames.simpleName(document.replace('/', '.'))))
                        .toList();
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of(
                "org\\.springframework\\.graphql\\.test\\.tester\\..*",
                "is.*|has.*|contains.*|doesNotContain.*|matches.*|satisf.*|verify|valueIs.*|.*Exists?"));
    }
}
