package dev.andon.internal.canary.values;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages that a site answers with in place of the right one, of about the same size. */
public final class ErrorPage {
    private static final Pattern BODY = Pattern.compile("<body\\b[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern LAYOUT =
            Pattern.compile("<(header|nav|footer)\\b.*?</\\1\\s*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String PLAIN =
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Error</title></head>\n<body>\n";
    private static final int SHORTEST = 1_500;
    private static final String SENTENCE =
            "<p>We are sorry. An unexpected problem occurred. Please come back in a few minutes.</p>\n";

    private ErrorPage() {}

    /** Returns an error page in the layout of a healthy page, or in a plain one where the healthy response is no page. */
    public static String inPlaceOf(String healthy) {
        return page(healthy, "<h1>Something went wrong</h1>\n");
    }

    /** Returns a login page in the layout of a healthy page. */
    public static String login(String healthy) {
        return page(
                healthy,
                "<h1>Sign in</h1>\n<form method=\"post\"><input name=\"username\"><input name=\"password\" type=\"password\">"
                        + "<button>Sign in</button></form>\n");
    }

    private static String page(String healthy, String content) {
        Matcher body = BODY.matcher(healthy);
        boolean isPage = healthy.toLowerCase(Locale.ROOT).contains("<html") && body.find();
        StringBuilder page = new StringBuilder(isPage ? healthy.substring(0, body.end()) + "\n" : PLAIN);
        if (isPage) {
            Matcher layout = LAYOUT.matcher(healthy);
            int from = body.end();
            while (layout.find(from)) {
                page.append(layout.group()).append('\n');
                from = layout.end();
            }
        }
        page.append("<main>\n").append(content);
        while (page.length() < Math.max(SHORTEST, healthy.length())) {
            page.append(SENTENCE);
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }
}
