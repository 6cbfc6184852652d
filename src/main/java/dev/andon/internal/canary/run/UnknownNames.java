package dev.andon.internal.canary.run;

import java.security.Security;

/**
 * The JDK remembers for 10 seconds that a name is unknown. One question that the name service loses would then fail the second
 * attempt too, and each canary of the same target.
 */
public final class UnknownNames {
    private static final String SECONDS = "networkaddress.cache.negative.ttl";

    /** As the JDK comes. */
    private static final String DEFAULT = "10";

    private UnknownNames() {}

    /** Has this JVM ask anew each time, unless its user decided otherwise; works before the first name is looked up. */
    public static void forget() {
        String seconds = Security.getProperty(SECONDS);
        if (seconds == null || seconds.equals(DEFAULT)) {
            Security.setProperty(SECONDS, System.getProperty("sun.net.inetaddr.negative.ttl", "0"));
        }
    }
}
