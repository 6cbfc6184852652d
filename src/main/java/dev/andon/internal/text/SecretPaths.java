package dev.andon.internal.text;

import java.util.regex.Pattern;

/** Masks what looks like a secret in the path of a request, as in {@code /reset-password/9fK2…}. Pure. */
public final class SecretPaths {
    private static final int SHORTEST = 20;

    /** What no name and no id of a database looks like: small and capital letters and digits, mixed. */
    private static final Pattern RANDOM =
            Pattern.compile("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[\\w.~:%+=-]{" + SHORTEST + ",}");

    private SecretPaths() {}

    /** Returns the path with such segments masked: those that follow a name of a secret, and random ones. */
    public static String masked(String path) {
        String[] segments = path.split("/", -1);
        for (int i = segments.length - 1; i > 0; i--) {
            boolean named = SecretNames.isSecret(segments[i - 1]) && !segments[i].isEmpty();
            boolean secret = named || RANDOM.matcher(segments[i]).matches();
            segments[i] = secret ? SecretText.MASK : SecretText.mask(segments[i]);
        }
        return String.join("/", segments);
    }
}
