package dev.andon.canary;

import org.apiguardian.api.API;

/**
 * What a proof does to the service's answers.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum Fault {
    /** Status 500. */
    STATUS_500("status-500", "answers 500"),
    /** Status 503. */
    STATUS_503("status-503", "answers 503"),
    /** Status 404. */
    STATUS_404("status-404", "answers 404"),
    /** Status 401. */
    STATUS_401("status-401", "answers 401"),
    /** Status 200 and no body. */
    EMPTY_BODY("empty-body", "answers 200 with an empty body"),
    /** Status 200 and an HTML error page. */
    HTML_PAGE("html-page", "answers 200 with an HTML error page"),
    /** Status 200 and well-formed JSON of another shape. */
    WRONG_SHAPE("wrong-shape", "answers 200 with JSON of another shape"),
    /** One value of the JSON answer changed, its shape and the status kept. */
    CHANGED_VALUE("changed-value", "changes a value in the response"),
    /** A body cut off in the middle. */
    TRUNCATED_BODY("truncated-body", "cuts the response off"),
    /** A connection reset instead of a response. */
    RESET("reset", "resets the connection"),
    /** An answer later than the canary's timeout. */
    SLOW("slow", "answers later than the timeout"),
    /** The answer to a read, recorded before the canary's write. */
    STALE("stale", "answers with data from before the write");

    private final String id;
    private final String does;

    Fault(String id, String does) {
        this.id = id;
        this.does = does;
    }

    /** Returns the stable id in reports. */
    public String id() {
        return id;
    }

    /** Returns what the service does under this fault, as the rest of a sentence. */
    public String does() {
        return does;
    }
}
