package dev.andon.internal.prove.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Puts probes into classes as they are loaded, by whichever class loader. */
final class ProbeTransformer implements ClassFileTransformer {

    /** The probes by the internal name of the class, then by name and descriptor of the method. */
    private final Map<String, Map<String, Integer>> probes = new HashMap<>();

    ProbeTransformer(List<ProbedMethod> methods) {
        for (int i = 0; i < methods.size(); i++) {
            ProbedMethod method = methods.get(i);
            probes.computeIfAbsent(method.className().replace('.', '/'), name -> new HashMap<>())
                    .put(method.name() + method.descriptor(), i);
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String className,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        Map<String, Integer> ofClass = className == null ? null : probes.get(className);
        return ofClass == null || redefined != null ? null : transform(bytes, ofClass);
    }

    /**
     * Returns the class file with probes.
     *
     * @param probes the number of each method's probe, by its name and descriptor
     */
    static byte[] transform(byte[] bytes, Map<String, Integer> probes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new ProbeInserter(writer, probes), ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }
}
