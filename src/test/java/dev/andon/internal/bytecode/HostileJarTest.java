package dev.andon.internal.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jars that were made to harm who reads them: what is sound in them is read, and the rest is named. */
@Timeout(60)
class HostileJarTest {
    private static final String OWN = HostileJarTest.class.getName().replace('.', '/') + ".class";

    @TempDir
    Path folder;

    private static byte[] own() throws IOException {
        try (InputStream in = HostileJarTest.class.getClassLoader().getResourceAsStream(OWN)) {
            return in.readAllBytes();
        }
    }

    private interface Content {
        void write(ZipOutputStream jar) throws IOException;
    }

    private CodeIndex index(Content content) throws IOException {
        Path file = folder.resolve("till.jar");
        try (ZipOutputStream jar = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            jar.putNextEntry(new ZipEntry(OWN));
            jar.write(own());
            content.write(jar);
        }
        return CodeIndex.of(List.of(new ClassRoot(file, "till", false)), ClassSource.NONE);
    }

    @Test
    void a_class_that_unpacks_to_more_than_a_class_can_be_is_named() throws IOException {
        CodeIndex index = index(jar -> {
            jar.putNextEntry(new ZipEntry("com/acme/Bomb.class"));
            jar.setLevel(Deflater.BEST_SPEED);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 512; i++) {
                jar.write(zeros);
            }
        });

        assertThat(index.classes()).extracting(ClassFacts::name).containsExactly(HostileJarTest.class.getName());
        assertThat(index.unreadable()).singleElement().asString().contains("com/acme/Bomb.class");
    }

    @Test
    void a_jar_within_a_jar_is_not_unpacked() throws IOException {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(inner)) {
            jar.putNextEntry(new ZipEntry("com/acme/Inner.class"));
            jar.write(own());
        }
        CodeIndex index = index(jar -> {
            jar.putNextEntry(new ZipEntry("lib/inner.jar"));
            jar.write(inner.toByteArray());
        });

        assertThat(index.classes()).hasSize(1);
        assertThat(index.unreadable()).isEmpty();
    }

    @Test
    void a_name_that_leaves_the_jar_is_only_a_name() throws IOException {
        Path outside = Files.write(folder.resolve("Outside.class"), new byte[] {1, 2, 3});
        CodeIndex index = index(jar -> {
            jar.putNextEntry(new ZipEntry("../Outside.class"));
            jar.write(new byte[] {4, 5, 6});
        });
        index.classes().forEach(facts -> assertThat(index.bodies(facts.name())).isNotEmpty());

        assertThat(index.classes()).hasSize(1);
        assertThat(index.unreadable()).singleElement().asString().contains("../Outside.class");
        assertThat(outside).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void a_hundred_thousand_entries_that_are_no_classes_are_passed_over() throws IOException {
        CodeIndex index = index(jar -> {
            for (int i = 0; i < 100_000; i++) {
                jar.putNextEntry(new ZipEntry("data/" + i));
            }
        });

        assertThat(index.classes()).hasSize(1);
        assertThat(index.unreadable()).isEmpty();
    }

    @Test
    void a_jar_that_is_cut_is_named() throws IOException {
        Path file = folder.resolve("cut.jar");
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry(OWN));
            jar.write(own());
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        CodeIndex index = CodeIndex.of(List.of(new ClassRoot(file, "till", false)), ClassSource.NONE);

        assertThat(index.classes()).isEmpty();
        assertThat(index.unreadable()).singleElement().asString().contains("cut.jar");
    }

    @Test
    void a_jar_with_a_name_that_is_no_text_is_named() throws IOException {
        Path file = folder.resolve("name.jar");
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry("com/acme/\u00fc.class"));
            jar.write(own());
        }
        byte[] damaged = Files.readAllBytes(file);
        for (int i = 0; i < damaged.length - 1; i++) {
            if (damaged[i] == (byte) 0xC3 && damaged[i + 1] == (byte) 0xBC) {
                damaged[i] = (byte) 0xFF;
            }
        }
        Files.write(file, damaged);

        CodeIndex index = CodeIndex.of(List.of(new ClassRoot(file, "till", false)), ClassSource.NONE);

        assertThat(index.classes()).isEmpty();
        assertThat(index.unreadable()).singleElement().asString().contains("name.jar");
    }
}
