package dev.andon.internal.canary.prove;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what would end the JVM in a canary's code: such a canary must not run where it is proven, for the build would lose
 * its tests with it. Constant pools tell; a canary's artefact comes without a library that reads code.
 */
final class ExitCalls {
    /** No canary names so many classes of its own artefact; one that does is looked at so far. */
    private static final int MOST_CLASSES = 500;

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final List<String> ENDING =
            List.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");

    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, Integer> classes = new HashMap<>();
    private final Map<Integer, Integer> names = new HashMap<>();
    private final List<int[]> methods = new ArrayList<>();
    private final List<Integer> superTypes = new ArrayList<>();

    private ExitCalls() {}

    /** Returns the first such call, as {@code System.exit}, in a class and those of its artefact that it calls or extends. */
    static Optional<String> in(Class<?> type) {
        String first = type.getName().replace('.', '/');
        URL url = find(type, first);
        String root = url == null ? "" : url.toString().replace(first + ".class", "");
        Set<String> seen = new LinkedHashSet<>(Set.of(first));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() < MOST_CLASSES) {
            String name = open.remove();
            URL file = find(type, name);
            if (file == null || !file.toString().startsWith(root)) {
                continue;
            }
            ExitCalls calls = new ExitCalls();
            try (InputStream in = file.openStream()) {
                Optional<String> found = calls.read(new DataInputStream(new BufferedInputStream(in)));
                boolean part = name.equals(first) || name.startsWith(first + "$");
                // A program of its own, of which a canary uses something else, may end its JVM.
                if (found.isPresent() && (part || !calls.isProgram())) {
                    return Optional.of(found.get() + (part ? "" : " in " + name.replace('/', '.')));
                }
            } catch (IOException unreadable) {
                continue;
            }
            Stream.concat(
                            calls.methods.stream().map(calls::owner),
                            calls.superTypes.stream().map(calls::className))
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return Optional.empty();
    }

    private static @Nullable URL find(Class<?> type, String name) {
        ClassLoader loader = type.getClassLoader();
        return name.startsWith("[") || name.startsWith("java/") || loader == null
                ? null
                : loader.getResource(name + ".class");
    }

    private Optional<String> read(DataInputStream in) throws IOException {
        in.readLong();
        int count = in.readUnsignedShort();
        for (int at = 1; at < count; at++) {
            at += constant(at, in);
        }
        in.readInt();
        superTypes.add(in.readUnsignedShort());
        for (int interfaces = in.readUnsignedShort(); interfaces > 0; interfaces--) {
            superTypes.add(in.readUnsignedShort());
        }
        return methods.stream()
                .map(method -> owner(method) + "." + texts.get(names.get(method[1])))
                .filter(ENDING::contains)
                .map(call -> call.substring("java/lang/".length()))
                .findFirst();
    }

    private String owner(int[] method) {
        return className(method[0]);
    }

    private String className(int at) {
        return String.valueOf(texts.get(classes.get(at)));
    }

    private boolean isProgram() {
        return texts.containsValue("main") && texts.containsValue("([Ljava/lang/String;)V");
    }

    /** Returns how many further places the constant takes. */
    private int constant(int at, DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case UTF8 -> texts.put(at, in.readUTF());
            case CLASS -> classes.put(at, in.readUnsignedShort());
            case METHOD, INTERFACE_METHOD -> methods.add(new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
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
