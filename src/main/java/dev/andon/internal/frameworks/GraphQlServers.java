package dev.andon.internal.frameworks;

import java.util.List;

/** GraphQL by DGS, MicroProfile, GraphQL Java and its tools. */
final class GraphQlServers implements Framework {

    @Override
    public List<EntryPointSign> entryPointSigns() {
        return List.of(
                EntryPointSign.annotation(
                        "com\\.netflix\\.graphql\\.dgs\\.Dgs(?:Component|Data|Query|Mutation|Subscription)(?:\\$List)?"),
                EntryPointSign.annotation("org\\.eclipse\\.microprofile\\.graphql\\.GraphQLApi"),
                EntryPointSign.annotation("io\\.leangen\\.graphql\\.annotations\\.GraphQL(?:Api|Query|Mutation)"),
                EntryPointSign.annotation("io\\.leangen\\.graphql\\.spqr\\.spring\\..*GraphQLApi"),
                EntryPointSign.type(
                        "(?:graphql\\.kickstart|com\\.coxautodev\\.graphql)\\.tools\\.GraphQL\\w*Resolver",
                        "GraphQL resolver"),
                EntryPointSign.type("graphql\\.schema\\.DataFetcher", "GraphQL data fetcher"),
                EntryPointSign.type("com\\.expediagroup\\.graphql\\.server\\.operations\\.\\w+", "GraphQL operations"));
    }
}
