package dev.andon.canary;

import org.apiguardian.api.API;

/**
 * What a proof does to the service's responses.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum Fault {
    /** Status 500. */
    STATUS_500("status-500", Kind.STATUS, "answers 500"),
    /** Status 502, as a gateway without a service behind it. */
    STATUS_502("status-502", Kind.STATUS, "answers 502"),
    /** Status 503. */
    STATUS_503("status-503", Kind.STATUS, "answers 503"),
    /** Status 504, as a gateway whose service is too slow. */
    STATUS_504("status-504", Kind.STATUS, "answers 504"),
    /** Status 429, as a service that refuses too many requests. */
    STATUS_429("status-429", Kind.STATUS, "answers 429"),
    /** Status 404. */
    STATUS_404("status-404", Kind.STATUS, "answers 404"),
    /** Status 403. */
    STATUS_403("status-403", Kind.STATUS, "answers 403"),
    /** Status 401. */
    STATUS_401("status-401", Kind.STATUS, "answers 401"),
    /** Status 302 to a login page. */
    LOGIN_REDIRECT("login-redirect", Kind.STATUS, "answers with a redirect to a login page"),
    /** The healthy status and headers, and no body. */
    EMPTY_BODY("empty-body", Kind.BODY, "answers with an empty body"),
    /** The healthy status and an HTML error page, in the layout of the site where the healthy response is a page. */
    HTML_PAGE("html-page", Kind.BODY, "answers with an HTML error page"),
    /** The healthy status and well-formed JSON of another shape. */
    WRONG_SHAPE("wrong-shape", Kind.BODY, "answers with JSON of another shape"),
    /** A body cut off in the middle. */
    TRUNCATED_BODY("truncated-body", Kind.BODY, "cuts the response off"),
    /** The values of the response changed, its status and format kept. */
    CHANGED_VALUE("changed-value", Kind.VALUE, "changes values in the response"),
    /** The response to a read, recorded before the canary's write. */
    STALE("stale", Kind.VALUE, "answers with data from before the write"),
    /** A connection reset instead of a response. */
    RESET("reset", Kind.CONNECTION, "resets the connection"),
    /** No connection at all. */
    REFUSED("refused", Kind.CONNECTION, "refuses the connection"),
    /** A certificate that expires tomorrow, where the canary looks at how long it is still valid. */
    CERTIFICATE_EXPIRES("certificate-expires", Kind.CONNECTION, "has a certificate that expires tomorrow"),
    /** A certificate for another host. */
    CERTIFICATE_HOST("certificate-host", Kind.CONNECTION, "has a certificate for another host"),
    /** A certificate of an authority that nobody trusts. */
    CERTIFICATE_UNTRUSTED("certificate-untrusted", Kind.CONNECTION, "has a certificate that nobody trusts"),
    /** A response later than the canary's timeout. */
    SLOW("slow", Kind.TIME, "answers later than the timeout"),
    /** Status and headers in time, and no byte of the body. */
    MISSING_BODY("missing-body", Kind.TIME, "sends the headers and never the body"),
    /** A body that arrives byte by byte, and not within the canary's timeout. */
    SLOW_BODY("slow-body", Kind.TIME, "sends the body too slowly");

    private final String id;
    private final Kind kind;
    private final String does;

    Fault(String id, Kind kind, String does) {
        this.id = id;
        this.kind = kind;
        this.does = does;
    }

    /** Returns the stable id in reports. */
    public String id() {
        return id;
    }

    /** Returns what the fault concerns; no kind can be waived as a whole, unless it has a single fault. */
    public Kind kind() {
        return kind;
    }

    /** Returns what the service does under this fault, as the rest of a sentence. */
    public String does() {
        return does;
    }

    /**
     * What a fault concerns.
     *
     * @since 0.1
     */
    @API(status = API.Status.STABLE, since = "0.1")
    public enum Kind {
        /** The status. */
        STATUS,
        /** The body as a whole. */
        BODY,
        /** The values in the body. */
        VALUE,
        /** The connection. */
        CONNECTION,
        /** The time. */
        TIME
    }
}
