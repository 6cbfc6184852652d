package dev.andon.internal.prove.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.Compiled;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Classes with probes are verified by the JVM when they are loaded. */
class ProbeTransformerTest {

    private static final String SHOP = """
            package com.acme;
            public class Shop {
                public long sum(long a, double b, int... rest) {
                    while (a < 10) { a++; }
                    for (int one : rest) { if (one > 2) return a + one; }
                    return a + (long) b;
                }
                public String text(boolean b, char c) {
                    try { return b ? "yes" + c : null; } finally { b = false; }
                }
                public static int[] numbers(Object o) { synchronized (o) { return new int[] {1}; } }
                public boolean turn(float f, byte y, short s) { return f > y + s; }
                public void nothing() { for (;;) { return; } }
            }
            """;

    @TempDir
    Path folder;

    private Class<?> probed(byte[] bytes, IntPredicate enter, IntFunction<Object> instead) throws Exception {
        Map<String, Integer> probes = new HashMap<>();
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public org.objectweb.asm.MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                probes.put(name + descriptor, Type.getArgumentTypes(descriptor).length);
                                return null;
                            }
                        },
                        0);
        byte[] changed = new ProbeTransformer(new ProbeLocations(List.of())).transform(bytes, probes);
        ClassLoader loader = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] code = name.equals("com.acme.Shop") ? changed : ProbeClass.bytes();
                return defineClass(name, code, 0, code.length);
            }
        };
        Class<?> probe = loader.loadClass(ProbeClass.NAME.replace('/', '.'));
        probe.getField("enter").set(null, (BiPredicate<Object, Integer>) (self, number) -> enter.test(number));
        probe.getField("instead")
                .set(null, (BiFunction<Object, Integer, Object>) (self, number) -> instead.apply(number));
        probe.getField("leave")
                .set(null, (IntFunction<BiFunction<Object, Object, Object>>) number -> (value, self) -> value);
        return loader.loadClass("com.acme.Shop");
    }

    private byte[] shop(String... options) throws Exception {
        return Files.readAllBytes(
                Compiled.into(folder).source(SHOP).options(options).compile().resolve("com/acme/Shop.class"));
    }

    private static Object call(Class<?> shop, String name, Object... arguments) throws Exception {
        for (var method : shop.getMethods()) {
            if (method.getName().equals(name)) {
                return method.invoke(shop.getConstructor().newInstance(), arguments);
            }
        }
        throw new NoSuchMethodException(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "11", "17"})
    void what_no_fault_acts_on_does_what_it_did(String release) throws Exception {
        Class<?> shop = probed(shop("--release", release), probe -> false, probe -> null);

        assertThat(call(shop, "sum", 1L, 2.0, new int[0])).isEqualTo(12L);
        assertThat(call(shop, "sum", 1L, 2.0, new int[] {1, 5})).isEqualTo(15L);
        assertThat(call(shop, "text", true, 'x')).isEqualTo("yesx");
        assertThat(call(shop, "numbers", "o")).isEqualTo(new int[] {1});
        assertThat(call(shop, "turn", 3f, (byte) 1, (short) 1)).isEqualTo(true);
        assertThat(call(shop, "nothing")).isNull();
    }

    @Test
    void a_method_returns_what_the_switch_says() throws Exception {
        Class<?> shop = probed(shop(), probe -> probe > 0, probe -> probe == 2 ? null : probe == 3 ? 0L : new int[0]);

        assertThat(call(shop, "sum", 1L, 2.0, new int[] {1})).isEqualTo(0L);
        assertThat(call(shop, "text", true, 'x')).isNull();
        assertThat(call(shop, "numbers", "o")).isEqualTo(new int[0]);
    }

    @Test
    void class_files_from_before_frames_get_none() throws Exception {
        byte[] bytes = shop("--release", "8");
        org.objectweb.asm.ClassWriter old = new org.objectweb.asm.ClassWriter(0);
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, old) {
                            @Override
                            public void visit(
                                    int version, int access, String name, String signature, String up, String[] types) {
                                super.visit(Opcodes.V1_5, access, name, signature, up, types);
                            }
                        },
                        ClassReader.SKIP_FRAMES);

        Class<?> shop = probed(old.toByteArray(), probe -> false, probe -> null);

        assertThat(call(shop, "sum", 1L, 2.0, new int[0])).isEqualTo(12L);
    }

    private static final List<ProbedMethod> NOTHING =
            List.of(new ProbedMethod("com.acme.Shop", "nothing", "()V", "com.acme.Shop"));

    private static Map<Integer, String> obstacles(List<ProbedMethod> methods, byte[] bytes) {
        ProbeTransformer transformer = new ProbeTransformer(new ProbeLocations(methods));
        transformer.transform(null, "com/acme/Shop", null, null, bytes);
        return transformer.obstacles();
    }

    @Test
    void a_class_file_that_cannot_be_changed_is_told() throws Exception {
        byte[] bytes = shop();
        assertThat(obstacles(NOTHING, bytes)).isEmpty();

        bytes[7] = 127;
        assertThat(obstacles(NOTHING, bytes))
                .hasEntrySatisfying(0, reason -> assertThat(reason).contains("cannot be changed", "version 127"));
    }

    @Test
    void a_class_that_is_loaded_in_another_form_is_told() throws Exception {
        assertThat(obstacles(List.of(new ProbedMethod("com.acme.Shop", "gone", "()V", "com.acme.Shop")), shop()))
                .containsEntry(0, "the class that was loaded has no such method with a body");
    }

    @Test
    void a_class_that_was_there_before_is_told() {
        ProbeTransformer transformer = new ProbeTransformer(
                new ProbeLocations(List.of(new ProbedMethod(getClass().getName(), "shop", "()V", "com.acme.Shop"))));
        transformer.noteLoaded(new Class<?>[] {String.class, getClass()});

        assertThat(transformer.obstacles())
                .containsEntry(0, "its class was loaded before Andon's agent could change it");
    }

    @Test
    void the_switch_may_throw() throws Exception {
        Class<?> shop = probed(
                shop(),
                probe -> {
                    throw new IllegalStateException("fault");
                },
                probe -> null);

        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                InvocationTargetException.class, () -> call(shop, "nothing"))
                        .getCause())
                .hasMessage("fault");
    }
}
