package dev.andon.internal.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.andon.internal.bytecode.AnnotationFacts.EnumName;
import dev.andon.internal.bytecode.AnnotationFacts.TypeName;
import dev.andon.testing.Compiled;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class CodeIndexTest {

    private static final String SHOP = """
            package com.acme;
            import java.util.function.Supplier;
            @Marked(value = "shop", of = {String.class, int[].class}, policy = java.lang.annotation.RetentionPolicy.SOURCE,
                    inner = @Marked("deep"), numbers = {1, 2})
            public class Shop extends Base implements Runnable {
                static final String URL = "http://localhost";
                int[] stock;
                public void run() {}
                void open(@Deprecated String key) {
                    Supplier<String> greeting = this::greet;
                    System.out.println(greeting.get() + "/orders/" + key + "/items" + URL);
                    Object type = Long.class;
                }
                String greet() { return "hello"; }
                static class Basket {}
                class Shelf {}
                abstract static class Door { abstract void open(); }
            }
            """;
    private static final String MARKED = """
            package com.acme;
            @Meta
            @interface Marked {
                String value() default ""; Class<?>[] of() default {}; int[] numbers() default {};
                java.lang.annotation.RetentionPolicy policy() default java.lang.annotation.RetentionPolicy.CLASS;
                Inner inner() default @Inner;
                @interface Inner { String value() default ""; }
            }
            """;

    @TempDir
    Path temp;

    private Path compiled() {
        return Compiled.into(temp.resolve("classes"))
                .source(SHOP.replace("inner = @Marked", "inner = @Marked.Inner"))
                .source(MARKED)
                .source("package com.acme; @interface Meta {}")
                .source("package com.acme; class Base implements Comparable<Base> {"
                        + " public int compareTo(Base o) { return 0; } }")
                .compile();
    }

    private static CodeIndex index(Path... roots) {
        return CodeIndex.of(
                Stream.of(roots).map(root -> new ClassRoot(root, "shop", false)).toList(),
                ClassSource.of(CodeIndexTest.class.getClassLoader()));
    }

    @Test
    void reads_what_a_class_declares() {
        ClassFacts shop = index(compiled()).find("com.acme.Shop").orElseThrow();

        assertThat(shop.superName()).isEqualTo("com.acme.Base");
        assertThat(shop.interfaces()).containsExactly("java.lang.Runnable");
        assertThat(shop.sourceFile()).isEqualTo("Shop.java");
        assertThat(shop.fields())
                .extracting(FieldFacts::name, FieldFacts::type, FieldFacts::constant)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("URL", "java.lang.String", "http://localhost"),
                        org.assertj.core.groups.Tuple.tuple("stock", "int[]", null));
        assertThat(shop.methods()).extracting(MethodFacts::name).contains("<init>", "run", "open", "greet");
        assertThat(shop.methods())
                .filteredOn(method -> method.name().equals("open"))
                .singleElement()
                .extracting(
                        method -> method.parameterAnnotations().get(0).get(0).type())
                .isEqualTo("java.lang.Deprecated");
    }

    @Test
    void reads_every_form_of_annotation_value() {
        ClassFacts shop = index(compiled()).find("com.acme.Shop").orElseThrow();

        assertThat(shop.annotations())
                .singleElement()
                .extracting(AnnotationFacts::values)
                .isEqualTo(Map.ofEntries(
                        entry("value", "shop"),
                        entry("of", List.of(new TypeName("java.lang.String"), new TypeName("int[]"))),
                        entry("policy", new EnumName("java.lang.annotation.RetentionPolicy", "SOURCE")),
                        entry("inner", new AnnotationFacts("com.acme.Marked$Inner", Map.of("value", "deep"))),
                        entry("numbers", List.of(1, 2))));
    }

    @Test
    void tells_a_static_nested_class_from_an_inner_one() {
        CodeIndex index = index(compiled());

        assertThat(index.find("com.acme.Shop$Basket").orElseThrow().access() & Opcodes.ACC_STATIC)
                .isNotZero();
        assertThat(index.find("com.acme.Shop$Shelf").orElseThrow().access() & Opcodes.ACC_STATIC)
                .isZero();
        assertThat(index.find("com.acme.Shop$Shelf").orElseThrow().outer()).isEqualTo("com.acme.Shop");
    }

    @Test
    void reads_bodies_with_calls_references_constants_and_lines() {
        Map<MethodKey, MethodBody> bodies = index(compiled()).bodies("com.acme.Shop");
        MethodBody open = bodies.get(new MethodKey("open", "(Ljava/lang/String;)V"));

        assertThat(open.calls()).extracting(MethodBody.Call::name).contains("greet", "println", "get");
        assertThat(open.calls())
                .filteredOn(call -> call.name().equals("println"))
                .allMatch(call -> call.line() == 11);
        assertThat(open.constants()).containsExactly("/orders/", "/itemshttp://localhost");
        assertThat(open.types()).contains("java.lang.Long", "java.io.PrintStream", "com.acme.Shop");
        assertThat(open.line()).isEqualTo(10);
        assertThat(open.empty()).isFalse();
        assertThat(bodies.get(new MethodKey("run", "()V")).empty()).isTrue();
        assertThat(index(compiled()).bodies("com.acme.Shop$Door")).doesNotContainKey(new MethodKey("open", "()V"));
    }

    @Test
    void resolves_supertypes_and_meta_annotations_also_outside_the_build() {
        CodeIndex index = index(compiled());

        assertThat(index.superTypes("com.acme.Shop"))
                .containsExactlyInAnyOrder(
                        "com.acme.Base", "java.lang.Runnable", "java.lang.Object", "java.lang.Comparable");
        assertThat(index.annotationTypes(
                        index.find("com.acme.Shop").orElseThrow().annotations()))
                .containsExactly("com.acme.Marked", "com.acme.Meta");
        assertThat(index.superTypes("org.junit.jupiter.api.TestMethodOrder"))
                .contains("java.lang.annotation.Annotation");
    }

    @Test
    void keeps_twins_of_two_modules_and_finds_the_first() throws IOException {
        Path first = Compiled.into(temp.resolve("one"))
                .source("class Twin { int one; }")
                .compile();
        Path second = Compiled.into(temp.resolve("two"))
                .source("class Twin { int two; }")
                .compile();

        CodeIndex index = CodeIndex.of(
                List.of(new ClassRoot(first, "one", false), new ClassRoot(second, "two", true)), ClassSource.NONE);

        assertThat(index.classes()).extracting(ClassFacts::name).containsExactly("Twin", "Twin");
        assertThat(index.find("Twin").orElseThrow().fields())
                .extracting(FieldFacts::name)
                .containsExactly("one");
    }

    @Test
    void reads_jars_and_leaves_out_the_twins_for_other_jdks() throws IOException {
        Path classes = compiled();
        Path jar = temp.resolve("shop.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String place : List.of(
                    "com/acme/Base.class",
                    "META-INF/versions/21/com/acme/Base.class",
                    "BOOT-INF/classes/com/acme/Shop.class")) {
                entries.putNextEntry(new JarEntry(place));
                String file = place.substring(place.lastIndexOf('/') + 1);
                entries.write(Files.readAllBytes(classes.resolve("com/acme").resolve(file)));
            }
        }
        CodeIndex index = index(jar);

        assertThat(index.classes()).extracting(ClassFacts::name).containsExactly("com.acme.Base", "com.acme.Shop");
        assertThat(index.bodies("com.acme.Shop")).containsKey(new MethodKey("run", "()V"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 9, 40, 200, -1, -9})
    void names_a_truncated_class_file(int length) throws IOException {
        Path classes = compiled();
        Path file = classes.resolve("com/acme/Shop.class");
        byte[] bytes = Files.readAllBytes(file);
        int kept = length < 0 ? bytes.length + length : length;
        Files.write(file, Arrays.copyOf(bytes, kept));

        CodeIndex index = index(classes);

        assertThat(index.find("com.acme.Shop")).isEmpty();
        assertThat(index.find("com.acme.Base")).isPresent();
        assertThat(index.unreadable()).singleElement().satisfies(gap -> {
            assertThat(gap.file()).isEqualTo(classes);
            assertThat(gap.entry()).isEqualTo("com/acme/Shop.class");
            assertThat(gap.reason())
                    .matches("it is not a class file, or is cut off|the file is empty"
                            + "|the class file is truncated.*|the class file is damaged");
        });
    }

    @Test
    void names_a_class_file_that_is_cut_off_where_no_declaration_stands() throws IOException {
        Path classes = compiled();
        Path file = classes.resolve("com/acme/Shop.class");
        // As the Kotlin compiler does, ASM writes what lambdas need last of all.
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(Files.readAllBytes(file)).accept(writer, 0);
        byte[] bytes = writer.toByteArray();
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(index(classes).unreadable())
                .singleElement()
                .extracting(UnreadableClass::reason)
                .isEqualTo("the class file is truncated: 1 bytes are missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {60_000, 100})
    void names_a_method_whose_code_is_out_of_all_proportion(int locals) throws IOException {
        Path classes = compiled();
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/acme/Huge", null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "run", "()V", null, null);
        code.visitCode();
        for (int i = 0; i < 20_000; i++) {
            code.visitInsn(Opcodes.ICONST_0);
            code.visitInsn(Opcodes.POP);
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(1, locals);
        Files.write(classes.resolve("com/acme/Huge.class"), writer.toByteArray());
        CodeIndex index = index(classes);

        index.bodies("com.acme.Huge");

        assertThat(index.unreadable())
                .extracting(UnreadableClass::reason)
                .isEqualTo(locals == 100 ? List.of() : List.of("the code of the method run is too large"));
    }

    @Test
    void reads_a_class_file_of_a_jdk_to_come_where_it_can() throws IOException {
        Path classes = compiled();
        Path file = classes.resolve("com/acme/Shop.class");
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = 99;
        Files.write(file, bytes);

        CodeIndex index = index(classes);

        assertThat(index.unreadable()).isEmpty();
        assertThat(index.bodies("com.acme.Shop")).containsKey(new MethodKey("run", "()V"));
    }

    @Test
    void names_the_version_of_a_class_file_of_a_jdk_to_come_where_it_cannot() throws IOException {
        Path classes = compiled();
        Path file = classes.resolve("com/acme/Shop.class");
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = 99;
        bytes[10] = 77; // the first constant is of a kind that nobody knows
        Files.write(file, bytes);

        assertThat(index(classes).unreadable())
                .singleElement()
                .extracting(UnreadableClass::reason)
                .isEqualTo("class-file version 99 (Java 55) is newer than what can be read here (Java 27)");
    }

    @Test
    void names_code_that_is_damaged_since_the_first_pass() throws IOException {
        Path classes = compiled();
        CodeIndex index = index(classes);
        assertThat(index.unreadable()).isEmpty();

        Files.delete(classes.resolve("com/acme/Shop.class"));
        Files.write(classes.resolve("com/acme/Base.class"), new byte[] {1, 2, 3});

        assertThat(index.bodies("com.acme.Shop")).isEmpty();
        assertThat(index.bodies("com.acme.Base")).isEmpty();
        assertThat(index.unreadable())
                .extracting(UnreadableClass::entry)
                .containsExactly("com/acme/Shop.class", "com/acme/Base.class");
    }

    @Test
    void names_a_jar_that_is_none() throws IOException {
        Path jar = Files.writeString(temp.resolve("shop.jar"), "no jar");

        assertThat(index(jar).unreadable())
                .singleElement()
                .extracting(UnreadableClass::file)
                .isEqualTo(jar);
    }

    @Test
    void follows_links() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link"), compiled());

        assertThat(index(link).find("com.acme.Shop")).isPresent();
    }

    @Test
    void a_root_that_does_not_exist_holds_nothing() {
        assertThat(index(temp.resolve("nowhere")).classes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60_000})
    void annotations_that_are_nested_too_deeply_are_said(int depth) throws IOException {
        ClassWriter deep = new ClassWriter(0);
        deep.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "a/Deep", null, "java/lang/Object", null);
        List<AnnotationVisitor> open = new ArrayList<>(List.of(deep.visitAnnotation("La/Nest;", true)));
        for (int i = 0; i < depth; i++) {
            open.add(open.get(i).visitAnnotation("v", "La/Nest;"));
        }
        Collections.reverse(open);
        open.forEach(AnnotationVisitor::visitEnd);
        Files.createDirectories(temp.resolve("a"));
        Files.write(temp.resolve("a/Deep.class"), deep.toByteArray());

        CodeIndex index = CodeIndex.of(List.of(new ClassRoot(temp, "shop", false)), name -> Optional.empty());

        assertThat(index.find("a.Deep").isPresent()).isEqualTo(depth == 10);
        assertThat(index.unreadable()).hasSize(depth == 10 ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 20_000})
    @Timeout(60)
    void a_chain_of_classes_takes_linear_time_and_is_said_where_it_is_too_long(int length) throws IOException {
        Path jar = temp.resolve("chain.jar");
        try (JarOutputStream out = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)))) {
            for (int i = 0; i < length; i++) {
                ClassWriter link = new ClassWriter(0);
                String above = i == 0 ? "java/lang/Object" : "a/C" + (i - 1);
                link.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "a/C" + i, null, above, null);
                out.putNextEntry(new JarEntry("a/C" + i + ".class"));
                out.write(link.toByteArray());
            }
        }
        CodeIndex index = CodeIndex.of(List.of(new ClassRoot(jar, "shop", false)), name -> Optional.empty());
        for (int i = 0; i < length; i++) {
            index.superTypes("a.C" + i);
            index.graph().subTypes("a.C" + i);
        }

        assertThat(index.unreadable()).hasSize(length == 100 ? 0 : 1);
        assertThat(index.graph().subTypes("a.C0")).hasSize(length == 100 ? 99 : CodeIndex.DEEPEST_HIERARCHY);
    }
}
