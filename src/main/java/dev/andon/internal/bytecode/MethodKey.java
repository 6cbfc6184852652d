package dev.andon.internal.bytecode;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * What distinguishes a method from the others of its class.
 *
 * @param name its name
 * @param descriptor its descriptor
 */
public record MethodKey(String name, String descriptor) {

    /** Returns the binary names of the parameters' types. */
    public List<String> parameterTypes() {
        return Arrays.stream(Type.getArgumentTypes(descriptor))
                .map(Type::getClassName)
                .toList();
    }

    /** Returns the binary name of the type that it returns. */
    public String returnType() {
        return Type.getReturnType(descriptor).getClassName();
    }

    /** Returns the key of a declared method. */
    public static MethodKey of(MethodFacts method) {
        return new MethodKey(method.name(), method.descriptor());
    }

    /** Returns the key of the method that a call names. */
    public static MethodKey of(MethodBody.Call call) {
        return new MethodKey(call.name(), call.descriptor());
    }
}
