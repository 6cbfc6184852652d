package dev.andon.internal.frameworks;

/** How a call of a client library makes a request. */
public enum RequestForm {
    /** The constructor's class is named after the verb, as {@code HttpGet}; its first argument is the URL. */
    CONSTRUCTOR,
    /** It ends a chain of calls that name verb and URL. */
    BUILDER,
    /** It opens a connection to the URL that it is called on. */
    OPENED_URL,
    /** It sends, or prepares, a request with its verb to the target that it is called on. */
    INVOKER,
    /** It sets the path of a request that another call sends. */
    URI_FUNCTION
}
