package dev.andon.internal.canary.spec;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a canary names itself: {@code PlaceAnOrderCanary} is {@code place-an-order}. */
public final class CanaryName {
    private static final Pattern WRITTEN = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
    private static final Pattern END = Pattern.compile("Canary(Test|Tests|IT)?$");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+");

    private CanaryName() {}

    /** Returns whether the text can stand in a header and a file name. */
    public static boolean valid(String name) {
        return WRITTEN.matcher(name).matches();
    }

    /** Returns the name as it is written, and where it is not, the one that the class gives. */
    public static String of(String written, String binaryName) {
        return written.isEmpty() ? ofClass(binaryName) : written;
    }

    /** Returns the name that the class gives. */
    public static String ofClass(String binaryName) {
        String simple = binaryName.substring(Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
        String bare = END.matcher(simple).replaceFirst("");
        String dashed = HUMP.matcher(bare.isEmpty() ? simple : bare).replaceAll("-");
        String clean =
                dashed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "").replaceAll("^-+|-+$", "");
        return clean.isEmpty() ? "canary" : clean;
    }
}
