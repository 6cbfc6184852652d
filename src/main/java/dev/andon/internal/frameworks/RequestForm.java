package dev.andon.internal.frameworks;

/** How a call of a client library shows the request that it sends or prepares. */
public enum RequestForm {
    /** The constructor's class is named after the verb, as {@code HttpGet}; its first argument is the URL. */
    CONSTRUCTOR,
    /** It ends a chain of calls that name verb and URL. */
    BUILDER,
    /** It opens a connection to the URL that it is called on. */
    OPENED_URL,
    /** It sends, or prepares, a request with its verb to the target that it is called on. */
    INVOKER,
    /** The verb is in its name or among its arguments, the address among its arguments; without one, it is the base. */
    ADDRESSED,
    /** It is given the address; a call before it in the chain names the verb. */
    URI_STEP,
    /** It sends requests that the code does not show, for example those of a recorded contract. */
    HIDDEN;

    RequestRule by(String owners, String names) {
        return new RequestRule(this, CallRule.of(owners, names), false);
    }

    /** Calls that only prepare a request, which another call sends. */
    RequestRule preparedBy(String owners, String names) {
        return new RequestRule(this, CallRule.of(owners, names), true);
    }
}
