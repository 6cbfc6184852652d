package dev.andon.internal.evidence.coverage;

import dev.andon.internal.discover.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jacoco.core.internal.instr.InstrSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The classes whose lines belong to a service.
 *
 * @param classes the class and all that is nested in it
 * @param aside the names of those that live without the service: static nested classes, such as a data carrier that a test
 *     makes while the service itself is a mock
 * @param inherited the classes of the build that it extends, nearest first
 * @param handler whether the service is a handler that a class defines, rather than that class
 */
record ServiceCode(List<ProductionClass> classes, Set<String> aside, List<ProductionClass> inherited, boolean handler) {

    static ServiceCode of(Service service, ProductionClasses files) {
        List<ProductionClass> classes = classes(service, files);
        boolean handler = files.of(service.module(), service.name()).isEmpty();
        return new ServiceCode(classes, aside(classes), inherited(classes, files), handler);
    }

    /** Returns the service's class, or the one that defines it where it is a handler, and all that is nested in it. */
    static List<ProductionClass> classes(Service service, ProductionClasses files) {
        List<ProductionClass> own = files.of(service.module(), service.name());
        return own.isEmpty() ? files.of(service.module(), service.location().className()) : own;
    }

    private static Set<String> aside(List<ProductionClass> classes) {
        Set<String> aside = new HashSet<>();
        for (ProductionClass file : classes) {
            boolean inAside = aside.stream().anyMatch(name -> file.name().startsWith(name + "$"));
            if (inAside || isStaticMember(file)) {
                aside.add(file.name());
            }
        }
        return aside;
    }

    private static boolean isStaticMember(ProductionClass file) {
        boolean[] isStatic = {false};
        try {
            reader(file)
                    .accept(
                            new ClassVisitor(InstrSupport.ASM_API_VERSION) {
                                @Override
                                public void visitInnerClass(String name, String outer, String inner, int access) {
                                    if (name.equals(file.vmName()) && inner != null) {
                                        // Kotlin puts a class's static functions into its companion object.
                                        isStatic[0] = (access & Opcodes.ACC_STATIC) != 0 && !inner.equals("Companion");
                                    }
                                }
                            },
                            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (RuntimeException unreadable) {
            // The analysis reports it.
            return false;
        }
        return isStatic[0];
    }

    private static List<ProductionClass> inherited(List<ProductionClass> classes, ProductionClasses files) {
        List<ProductionClass> inherited = new ArrayList<>();
        if (!classes.isEmpty()) {
            Set<String> seen = new HashSet<>();
            for (String next = superName(classes.get(0)); seen.add(next); ) {
                List<ProductionClass> found = files.named(next);
                if (found.isEmpty()) {
                    break;
                }
                inherited.addAll(found);
                next = superName(found.get(0));
            }
        }
        return inherited;
    }

    private static String superName(ProductionClass file) {
        try {
            String name = reader(file).getSuperName();
            return name == null ? "" : name.replace('/', '.');
        } catch (RuntimeException unreadable) {
            return "";
        }
    }

    private static ClassReader reader(ProductionClass file) {
        return InstrSupport.classReaderFor(file.bytes());
    }
}
