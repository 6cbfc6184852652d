package dev.andon.internal.text;

/** Parts of the binary names of classes. */
public final class ClassNames {
    private ClassNames() {}

    /** Returns the simple name; a nested class is named without its outer class. */
    public static String simpleName(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** Returns the package's name, empty for the default package. */
    public static String packageOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /** Returns the name without its package; a nested class keeps its outer class: {@code Shop.Basket}. */
    public static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
