package dev.andon.internal.frameworks;

import java.util.List;

/** Libraries that are neither frameworks nor testing libraries, but whose calls look like a request or an assertion. */
final class Libraries implements Framework {

    @Override
    public List<String> productionPackages() {
        return List.of(
                "java.",
                "javax.",
                "jakarta.",
                "jdk.",
                "sun.",
                "com.sun.",
                "groovy.",
                "org.slf4j.",
                "org.apache.commons.",
                "org.apache.logging.",
                "org.apache.http.",
                "org.apache.kafka.common.",
                "org.apache.kafka.clients.",
                "com.google.common.base.",
                "com.google.common.collect.",
                "com.auth0.",
                "io.jsonwebtoken.",
                "com.nimbusds.",
                "org.bouncycastle.",
                "io.netty.",
                "org.hibernate.",
                "org.jboss.",
                "org.eclipse.jetty.",
                "com.fasterxml.");
    }

    @Override
    public List<String> canaryPackages() {
        return List.of(
                "java.",
                "javax.",
                "jdk.",
                "sun.",
                "com.sun.",
                "scala.",
                "groovy.",
                "org.apiguardian.",
                "org.jspecify.");
    }

    @Override
    public List<String> dataPackages() {
        return List.of(
                "java.lang",
                "java.util",
                "java.time",
                "java.math",
                "java.io.Serializable",
                "com.fasterxml.jackson.",
                "jakarta.validation.",
                "javax.validation.",
                "org.jspecify.",
                "lombok.");
    }
}
