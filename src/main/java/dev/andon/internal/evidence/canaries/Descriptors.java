package dev.andon.internal.evidence.canaries;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the class names in method descriptors. */
final class Descriptors {
    private static final Pattern TYPE = Pattern.compile("L([^;]+);");

    private Descriptors() {}

    /** Returns the classes of a descriptor's parameters and return type. */
    static List<String> types(String descriptor) {
        List<String> types = new ArrayList<>();
        for (Matcher type = TYPE.matcher(descriptor); type.find(); ) {
            types.add(type.group(1).replace('/', '.'));
        }
        return types;
    }

    static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
