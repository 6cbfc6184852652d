package dev.andon.internal.text;

import java.util.regex.Pattern;

/** Tells by the names of test classes which plugin of Maven runs them, where the pom sets no patterns of its own. */
public final class TestClassNames {
    private static final Pattern SUREFIRE = Pattern.compile("Test.*|.*Tests?|.*TestCase");
    private static final Pattern FAILSAFE = Pattern.compile("IT.*|.*IT|.*ITCase");

    private TestClassNames() {}

    /** Returns whether Surefire runs a class of that binary or simple name. */
    public static boolean isSurefires(String name) {
        return SUREFIRE.matcher(ClassNames.simple(name)).matches();
    }

    /** Returns whether Failsafe runs a class of that binary or simple name, and Surefire does not. */
    public static boolean isFailsafes(String name) {
        return FAILSAFE.matcher(ClassNames.simple(name)).matches() && !isSurefires(name);
    }
}
