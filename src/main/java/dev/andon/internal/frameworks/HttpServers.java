package dev.andon.internal.frameworks;

import java.util.List;

/** Servers that code sets up by itself, and web frameworks whose routes Andon does not read. */
final class HttpServers implements Framework {

    private static final String VERBS =
            "get|post|put|delete|patch|head|options|route|path|before|handle|any|all|ws|webSocket";

    @Override
    public List<EntryPointSign> entryPointSigns() {
        return List.of(
                EntryPointSign.call("spark\\.(?:Spark|Service)", VERBS, "Spark routes"),
                EntryPointSign.type("spark\\.Route", "Spark route"),
                EntryPointSign.call(
                        "io\\.ktor\\.(?:server\\.)?(?:routing|websocket|resources)\\..*", ".*", "Ktor routes"),
                EntryPointSign.call("ratpack\\..*(?:Chain|RatpackServerSpec)", ".*", "Ratpack handlers"),
                EntryPointSign.type("ratpack\\..*Handler|ratpack\\..*Action", "Ratpack handler"),
                EntryPointSign.type("play\\.mvc\\.\\w*Controller", "Play controller"),
                EntryPointSign.type("(?:akka|org\\.apache\\.pekko)\\.(?:http|stream|grpc)\\..*", "Akka HTTP routes"),
                EntryPointSign.type("(?:akka|org\\.apache\\.pekko)\\.actor\\..*", "actor"),
                EntryPointSign.call(
                        "io\\.undertow\\..*",
                        "addHttpListener|addPrefixPath|addExactPath|get|post|put|delete",
                        "Undertow server"),
                EntryPointSign.type("io\\.undertow\\.server\\.HttpHandler", "Undertow handler"),
                EntryPointSign.type("com\\.sun\\.net\\.httpserver\\.HttpHandler", "HTTP handler"),
                EntryPointSign.call("com\\.sun\\.net\\.httpserver\\.HttpServer", "createContext", "HTTP server"),
                EntryPointSign.type(
                        "org\\.eclipse\\.jetty\\.(?:server|websocket)\\..*(?:Handler|Listener|WebSocketAdapter)(?:\\$\\w+)*",
                        "Jetty handler"),
                EntryPointSign.call("org\\.eclipse\\.jetty\\.server\\.Server", "setHandler", "Jetty server"),
                EntryPointSign.type("io\\.netty\\.channel\\.Channel(?:Inbound|Duplex)Handler", "Netty handler"),
                EntryPointSign.call("io\\.netty\\.bootstrap\\.ServerBootstrap", "<init>", "Netty server"),
                EntryPointSign.call(
                        "reactor\\.netty\\.http\\.server\\.\\w+",
                        "handle|route|get|post|put|delete|ws",
                        "Reactor Netty server"),
                EntryPointSign.call(
                        "com\\.linecorp\\.armeria\\.server\\.\\w+",
                        "service|annotatedService|serviceUnder",
                        "Armeria service"),
                EntryPointSign.annotation(
                        "com\\.linecorp\\.armeria\\.server\\.annotation\\.(?:Get|Post|Put|Delete|Patch|Path)"),
                EntryPointSign.type("io\\.jooby\\.Jooby", "Jooby routes"),
                EntryPointSign.type(
                        "(?:jakarta|javax)\\.websocket\\.Endpoint|org\\.java_websocket\\.server\\.WebSocketServer",
                        "WebSocket endpoint"),
                EntryPointSign.annotation("(?:jakarta|javax)\\.websocket\\.server\\.ServerEndpoint"),
                EntryPointSign.annotation("org\\.eclipse\\.jetty\\.websocket\\..*\\.WebSocket"),
                EntryPointSign.annotation(
                        "com\\.(?:vaadin|hilla|vaadin\\.hilla)\\..*(?:Route|Endpoint|BrowserCallable)"),
                EntryPointSign.type(
                        "com\\.opensymphony\\.xwork2\\.Action(?:Support)?|org\\.apache\\.struts\\.action\\.Action",
                        "Struts action"),
                EntryPointSign.type("org\\.apache\\.wicket\\.markup\\.html\\.WebPage", "Wicket page"),
                EntryPointSign.call(
                        "java\\.net\\.ServerSocket|java\\.nio\\.channels\\.\\w*Server\\w*Channel",
                        "<init>|open",
                        "server socket"));
    }
}
