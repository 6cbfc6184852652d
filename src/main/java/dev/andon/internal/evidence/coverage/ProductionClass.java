package dev.andon.internal.evidence.coverage;

import java.util.Optional;
import java.util.function.Supplier;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.internal.data.CRC64;
import org.jacoco.core.internal.instr.InstrSupport;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;

/** One production class, with the id under which exec files know it. Its bytes are read once, when first asked for. */
final class ProductionClass {

    private final String name;
    private final String module;
    private final Supplier<byte[]> content;
    private byte @Nullable [] bytes;
    private long id;
    private boolean identified;
    private volatile @Nullable Long shared;

    /** A class whose bytes are read by {@code content}, which may throw {@link java.io.UncheckedIOException}. */
    ProductionClass(String name, String module, Supplier<byte[]> content) {
        this.name = name;
        this.module = module;
        this.content = content;
    }

    /** Returns the binary name. */
    String name() {
        return name;
    }

    /** Returns the name in the form that exec files use. */
    String vmName() {
        return name.replace('.', '/');
    }

    String module() {
        return module;
    }

    synchronized byte[] bytes() {
        byte[] read = bytes;
        if (read == null) {
            read = content.get();
            bytes = read;
        }
        return read;
    }

    synchronized long id() {
        if (!identified) {
            identify(CRC64.classId(bytes()));
        }
        return id;
    }

    /** Returns the id of its content, under which JaCoCo knows it, before it is distinguished; empty where it cannot be read. */
    Optional<Long> contentId() {
        try {
            return Optional.of(id());
        } catch (RuntimeException unreadable) {
            // The analysis reports it.
            return Optional.empty();
        }
    }

    /** Distinguishes this class from others of the same content by an id of its own. */
    synchronized void distinguish(long contentId, int number) {
        identify(contentId + number);
        shared = contentId;
    }

    /** Returns the data in the form in which JaCoCo, which knows a class by its content, finds what belongs to this one. */
    ExecutionDataStore known(ExecutionDataStore data) {
        Long contentId = shared;
        if (contentId == null) {
            return data;
        }
        ExecutionDataStore own = new ExecutionDataStore();
        ExecutionData hits = data.get(id());
        if (hits != null) {
            own.put(new ExecutionData(contentId, hits.getName(), hits.getProbes()));
        }
        return own;
    }

    /** Returns whether the id is known already; computing it reads every byte of the class. */
    synchronized boolean isIdentified() {
        return identified;
    }

    /** Sets the id, where the analysis has computed it. */
    synchronized void identify(long found) {
        id = found;
        identified = true;
    }

    /** Returns the simple name of the source file that it states; empty where it states none, or cannot be read. */
    String sourceFile() {
        String[] stated = {""};
        try {
            InstrSupport.classReaderFor(bytes())
                    .accept(
                            new ClassVisitor(InstrSupport.ASM_API_VERSION) {
                                @Override
                                public void visitSource(@Nullable String source, @Nullable String debug) {
                                    stated[0] = source == null ? "" : source;
                                }
                            },
                            ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        } catch (RuntimeException unreadable) {
            // The analysis reports it.
            return "";
        }
        return stated[0];
    }
}
