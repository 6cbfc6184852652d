package dev.andon.internal.prove.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Puts probes into classes as they are loaded, by whichever class loader, and knows where that was not possible. */
final class ProbeTransformer implements ClassFileTransformer {

    private final ProbeLocations locations;
    private final Set<Integer> inserted = ConcurrentHashMap.newKeySet();
    private final Set<Integer> idle = ConcurrentHashMap.newKeySet();
    private final Map<Integer, String> obstacles = new ConcurrentHashMap<>();

    ProbeTransformer(ProbeLocations locations) {
        this.locations = locations;
    }

    /** Notes classes that were loaded before this transformer was there. */
    void noteLoaded(Class<?>[] classes) {
        for (Class<?> loaded : classes) {
            obstacle(
                    locations.in(loaded.getName()).values(),
                    "its class was loaded before Andon's agent could change it");
        }
    }

    /** Returns, for each method in whose class no probe could be put although it was loaded, why not. */
    Map<Integer, String> obstacles() {
        Map<Integer, String> ofMethods = new TreeMap<>();
        obstacles.forEach((location, reason) -> {
            if (!inserted.contains(location)) {
                locations.methodsAt(location).forEach(method -> ofMethods.put(method, reason));
            }
        });
        return ofMethods;
    }

    /** Returns whether a method does nothing but say how a response looks, wherever its code stands. */
    boolean isIdle(int method) {
        return idle.stream().anyMatch(location -> locations.methodsAt(location).contains(method));
    }

    private void obstacle(Collection<Integer> of, String reason) {
        of.forEach(location -> obstacles.putIfAbsent(location, reason));
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String className,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        Map<String, Integer> ofClass = className == null ? Map.of() : locations.in(className.replace('/', '.'));
        if (ofClass.isEmpty() || redefined != null) {
            return null;
        }
        try {
            return transform(bytes, ofClass);
        } catch (RuntimeException | LinkageError unreadable) {
            // The JVM would drop it without a word. Among them: a version of class files that ASM does not know.
            obstacle(ofClass.values(), "its class file cannot be changed: " + unreadable);
            return null;
        }
    }

    /**
     * Returns the class file with probes.
     *
     * @param probes the number of each method's probe, by its name and descriptor
     */
    byte[] transform(byte[] bytes, Map<String, Integer> probes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        ProbeInserter inserter = new ProbeInserter(writer, probes);
        reader.accept(inserter, ClassReader.EXPAND_FRAMES);
        byte[] changed = writer.toByteArray();
        inserted.addAll(inserter.inserted());
        idle.addAll(inserter.idle());
        obstacle(probes.values(), "the class that was loaded has no such method with a body");
        return changed;
    }
}
