package dev.andon.internal.bytecode;

import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;

/** Lists the methods that a class calls or refers to, from its constant pool alone: far cheaper than reading its code. */
final class CalledMethods {
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;

    private CalledMethods() {}

    /** Returns the classes that may declare them, and others that the code names, each once. */
    static List<String> owners(ClassReader reader, StringPool names) {
        char[] buffer = new char[reader.getMaxStringLength()];
        List<String> owners = new ArrayList<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item != 0 && reader.readByte(item - 1) == CLASS) {
                owners.add(names.binary(reader.readUTF8(item, buffer)));
            }
        }
        return List.copyOf(owners);
    }

    /** Returns each method once, with the line 0. */
    static List<Call> of(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        List<Call> called = new ArrayList<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            // The second half of a long or a double has no item of its own.
            int tag = item == 0 ? 0 : reader.readByte(item - 1);
            if (tag == METHOD || tag == INTERFACE_METHOD) {
                int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
                called.add(new Call(
                        reader.readClass(item, buffer).replace('/', '.'),
                        reader.readUTF8(nameAndType, buffer),
                        reader.readUTF8(nameAndType + 2, buffer),
                        0));
            }
        }
        return called;
    }
}
