package dev.andon.internal.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by the name of a member, field, parameter, element or header whether its value is a secret. Pure. */
public final class SecretNames {
    /** The last word of a name decides: tokenType and tokens_left hold no secrets. */
    private static final Set<String> LAST = Set.of(
            "token",
            "secret",
            "password",
            "passwort",
            "passwd",
            "pwd",
            "pw",
            "passphrase",
            "passcode",
            "signature",
            "sig",
            "credential",
            "session",
            "cookie",
            "authorization",
            "jwt",
            "bearer",
            "otp",
            "totp",
            "pin",
            "cvv",
            "cvc",
            "apikey");

    /** Also at the end of a word that is written in one. */
    private static final Set<String> ENDINGS = Set.of(
            "token",
            "secret",
            "password",
            "passwort",
            "passwd",
            "pwd",
            "passphrase",
            "passcode",
            "signature",
            "credential",
            "cookie",
            "authorization",
            "jwt",
            "apikey",
            "accesskey",
            "privatekey",
            "secretkey",
            "subscriptionkey",
            "authkey",
            "signingkey",
            "encryptionkey",
            "masterkey",
            "sharedkey",
            "accountkey",
            "sessionid",
            "tokenvalue",
            "secretvalue",
            "passwordvalue",
            "accesscode",
            "securitycode",
            "cardnumber");

    /** In a query or fragment such a part of a name is enough. */
    private static final Pattern QUERY =
            Pattern.compile("token|secret|passw|pwd|key|sig|auth|code|credential|session|jwt|otp|pin\\b");

    private static final Pattern HEADER = Pattern.compile("x-.*key");
    /** Headers whose values never hold a secret. */
    private static final Set<String> HARMLESS = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "accept-ranges",
            "access-control-allow-headers",
            "access-control-allow-methods",
            "access-control-allow-origin",
            "access-control-expose-headers",
            "access-control-max-age",
            "age",
            "allow",
            "alt-svc",
            "cache-control",
            "connection",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-length",
            "content-range",
            "content-security-policy",
            "content-type",
            "date",
            "etag",
            "expect",
            "expires",
            "host",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-unmodified-since",
            "keep-alive",
            "last-modified",
            "link",
            "location",
            "origin",
            "permissions-policy",
            "pragma",
            "range",
            "referer",
            "referrer-policy",
            "retry-after",
            "server",
            "server-timing",
            "strict-transport-security",
            "te",
            "traceparent",
            "tracestate",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "vary",
            "via",
            "warning",
            "x-content-type-options",
            "x-frame-options",
            "x-powered-by",
            "x-request-id",
            "x-total-count",
            "x-xss-protection");

    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");

    private SecretNames() {}

    /** Returns whether the value of a member, field, element or header of that name is secret. */
    public static boolean isSecret(String name) {
        String[] words = WORD.split(name, 0);
        if (words.length == 0) {
            return false;
        }
        String last = singular(words[words.length - 1].toLowerCase(Locale.ROOT));
        if (LAST.contains(last)) {
            return true;
        }
        String joined = singular(String.join("", words).toLowerCase(Locale.ROOT));
        return ENDINGS.stream().anyMatch(joined::endsWith)
                || HEADER.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** Returns whether the value of a header of that name is known to hold no secret. */
    public static boolean isHarmlessHeader(String name) {
        return HARMLESS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Returns whether the value of a query parameter of that name is secret: there a part of the name is enough. */
    public static boolean isSecretInQuery(String name) {
        return isSecret(name) || QUERY.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    private static String singular(String word) {
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
