package dev.andon.internal.canary.prove;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what would end the JVM in a canary's own class files: such a canary must not run where it is proven, for the
 * build would lose its tests with it. Constant pools tell; a canary's artefact comes without a library that reads code.
 */
final class ExitCalls {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final List<String> ENDING =
            List.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");

    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, Integer> classes = new HashMap<>();
    private final Map<Integer, Integer> names = new HashMap<>();
    private final List<int[]> methods = new ArrayList<>();

    private ExitCalls() {}

    /** Returns the first such call, as {@code System.exit}, in a class and all that is nested in it. */
    static Optional<String> in(Class<?> type) {
        for (Class<?> nested : type.getDeclaredClasses()) {
            Optional<String> found = in(nested);
            if (found.isPresent()) {
                return found;
            }
        }
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : new ExitCalls().read(new DataInputStream(in));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<String> read(DataInputStream in) throws IOException {
        in.readLong();
        int count = in.readUnsignedShort();
        for (int at = 1; at < count; at++) {
            at += constant(at, in);
        }
        return methods.stream()
                .map(method -> texts.get(classes.get(method[0])) + "." + texts.get(names.get(method[1])))
                .filter(ENDING::contains)
                .map(call -> call.substring("java/lang/".length()))
                .findFirst();
    }

    /** Returns how many further places the constant takes. */
    private int constant(int at, DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case UTF8 -> texts.put(at, in.readUTF());
            case CLASS -> classes.put(at, in.readUnsignedShort());
            case METHOD -> methods.add(new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
            case NAME_AND_TYPE -> {
                names.put(at, in.readUnsignedShort());
                in.readUnsignedShort();
            }
            case METHOD_HANDLE -> in.skipNBytes(3);
            case 5, 6 -> {
                in.readLong();
                return 1;
            }
            case 8, 16, 19, 20 -> in.readUnsignedShort();
            default -> in.readInt();
        }
        return 0;
    }
}
