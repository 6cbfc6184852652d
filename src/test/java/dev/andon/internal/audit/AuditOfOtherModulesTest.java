package dev.andon.internal.audit;

import static dev.andon.testing.Sources.cell;
import static dev.andon.testing.Sources.controller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Verdict;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two applications in one build: the test of one asks for a route that only the other has. */
class AuditOfOtherModulesTest {

    @TempDir
    Path temp;

    private Verdict ofStocksAskedByTill(String pomOfTill) {
        BuiltProject.twoModules(temp)
                .pom("", "<packaging>pom</packaging><modules><module>till</module><module>stock</module></modules>")
                .pom("till", pomOfTill)
                .pom("stock", "")
                .main("till", controller("till", "Tills"))
                .main("stock", controller("stock", "Stocks"))
                .test(
                        "till",
                        "package com.acme.till; import org.junit.jupiter.api.*;"
                                + " @org.springframework.boot.test.context.SpringBootTest class TillsTest {"
                                + " org.springframework.boot.test.web.client.TestRestTemplate rest;"
                                + " @Test void asks() {"
                                + " Assertions.assertNotNull(rest.getForObject(\"/stock\", String.class)); } }")
                .passed("till", "surefire", "com.acme.till.TillsTest", "asks");
        return cell(Audit.of(temp, false), "Stocks", "integration-tests").verdict();
    }

    @Test
    void an_application_that_a_test_starts_has_no_services_of_modules_that_are_not_on_its_class_path() {
        assertThat(ofStocksAskedByTill("")).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void it_has_those_of_modules_that_it_depends_on() {
        assertThat(ofStocksAskedByTill("<dependencies><dependency><groupId>com.acme</groupId>"
                        + "<artifactId>stock</artifactId><version>1</version></dependency></dependencies>"))
                .isEqualTo(Verdict.MET);
    }
}
