package com.acme.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonParser;
import java.nio.file.Path;
import org.jacoco.core.JaCoCo;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.junit.jupiter.api.Test;

/** The libraries that this project chose are the ones that its tests get. */
class OwnLibrariesTest {

    @Test
    void asm_is_ours() throws Exception {
        for (Class<?> type : new Class<?>[] {ClassReader.class, ClassNode.class, ClassRemapper.class, Analyzer.class}) {
            assertTrue(jar(type).matches("asm(-[a-z]+)?-9\\.2\\.jar"), jar(type));
        }
    }

    @Test
    void jacoco_is_ours() throws Exception {
        assertEquals("org.jacoco.core-0.8.8.jar", jar(JaCoCo.class));
        assertTrue(JaCoCo.VERSION.startsWith("0.8.8"), JaCoCo.VERSION);
    }

    @Test
    void nanojson_is_ours() throws Exception {
        assertEquals("nanojson-1.7.jar", jar(JsonParser.class));
    }

    private static String jar(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .getFileName()
                .toString();
    }
}
