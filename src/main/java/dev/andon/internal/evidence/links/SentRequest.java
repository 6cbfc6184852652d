package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as the call of a client shows it.
 *
 * @param urls the possible texts of its address, with {@link StringResolver#GAP} for what the code does not show
 * @param verb the HTTP method; null if the code does not show it
 * @param client the package of the client, whose settings apply to an address without host; empty where they do not
 * @param transport whether the client reaches the application whatever host the address names
 * @param sender the client itself; null where the call is static
 * @param prepared the request, where the call only prepares it and another sends it; null otherwise
 */
record SentRequest(
        List<String> urls,
        @Nullable String verb,
        String client,
        Transport transport,
        @Nullable Value sender,
        @Nullable Value prepared) {

    /** How a client reaches the host of an address. */
    enum Transport {
        NETWORK,
        /** It calls the application in its own JVM, whatever host the address names. */
        IN_PROCESS,
        /** One of the two: the code does not show how the client is made, or which host is configured for it. */
        EITHER
    }

    /** A request to one of these addresses, of a client that has no settings of its own. */
    static SentRequest to(List<String> urls, @Nullable String verb) {
        return new SentRequest(urls, verb, "", Transport.NETWORK, null, null);
    }

    /** The same request, of which it remains to be seen whether it is sent. */
    SentRequest preparedAs(Value request) {
        return new SentRequest(urls, verb, client, transport, sender, request);
    }

    /** The same request to these servers. */
    SentRequest below(List<String> servers) {
        return new SentRequest(Requests.below(servers, urls), verb, client, transport, sender, prepared);
    }

    /** Returns whether the address leads nowhere without the base that the client's settings name. */
    boolean isOnlyBase() {
        return urls.equals(List.of(""));
    }
}
