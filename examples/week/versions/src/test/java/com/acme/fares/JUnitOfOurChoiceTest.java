package com.acme.fares;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Andon brings no JUnit of its own: what runs is what this project asks for, whatever stands first. */
class JUnitOfOurChoiceTest {

    private static final String JUPITER = System.getProperty("junit.chosen");

    /** JUnit 5.12 runs on the platform 1.12; since JUnit 6 both bear one number. */
    private static final String PLATFORM = JUPITER.startsWith("5.") ? "1" + JUPITER.substring(1) : JUPITER;

    @Test
    void jupiter_is_ours() throws ClassNotFoundException {
        assertEquals(JUPITER, version("org.junit.jupiter.api.Test"));
        assertEquals(JUPITER, version("org.junit.jupiter.engine.JupiterTestEngine"));
    }

    @Test
    void the_platform_is_the_one_that_belongs_to_it() throws ClassNotFoundException {
        assertEquals(PLATFORM, version("org.junit.platform.engine.TestEngine"));
        assertEquals(PLATFORM, version("org.junit.platform.launcher.Launcher"));
    }

    private static String version(String type) throws ClassNotFoundException {
        return Class.forName(type).getPackage().getImplementationVersion();
    }
}
