package dev.andon.internal.frameworks;

/** Spring for GraphQL. */
final class SpringGraphQl implements Framework {

    @Override
    public boolean isMapping(String annotation) {
        return annotation.startsWith("org.springframework.graphql.") && annotation.endsWith("Mapping");
    }
}
