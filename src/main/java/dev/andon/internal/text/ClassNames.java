package dev.andon.internal.text;

/** Parts of the binary names of classes. */
public final class ClassNames {
    private ClassNames() {}

    /** Returns the simple name; for a nested class, its own name without that of the class around it. */
    public static String simpleName(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** Returns the package's name, empty for the default package. */
    public static String packageOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
