package dev.andon.internal.frameworks;

import java.util.List;

/** Spring for GraphQL. */
final class SpringGraphQl implements Framework {

    @Override
    public boolean isMapping(String annotation) {
        return annotation.startsWith("org.springframework.graphql.") && annotation.endsWith("Mapping");
    }

    @Override
    public List<CallRule> assertions() {
        return List.of(CallRule.of(
                "org\\.springframework\\.graphql\\.test\\.tester\\..*",
                "is.*|has.*|contains.*|doesNotContain.*|matches.*|satisf.*|verify|valueIs.*|.*Exists?"));
    }
}
