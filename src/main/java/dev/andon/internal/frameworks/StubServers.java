package dev.andon.internal.frameworks;

import java.util.List;

/** Servers that stand in for what a service depends on, and servers that a test may set up itself. */
final class StubServers implements Framework {

    @Override
    public List<String> stubServerPrefixes() {
        return List.of(
                "io.specto.hoverfly.",
                "io.github.microcks.",
                "com.github.dreamhead.moco.",
                "com.xebialabs.restito.",
                "org.mbtest.",
                "org.springframework.test.web.client.",
                "org.springframework.cloud.contract.stubrunner.",
                "org.springframework.cloud.contract.wiremock.",
                "org.testcontainers.containers.MockServerContainer",
                "org.testcontainers.mockserver.",
                "au.com.dius.pact.consumer.",
                "com.github.restdriver.clientdriver.",
                "io.fabric8.mockwebserver.",
                "org.apache.http.localserver.",
                "net.jadler.",
                "org.grpcmock.");
    }

    @Override
    public List<String> serverPrefixes() {
        return List.of(
                "spark.",
                "org.eclipse.jetty.server.",
                "org.eclipse.jetty.ee10.servlet.",
                "io.undertow.",
                "org.apache.catalina.",
                "reactor.netty.http.server.",
                "ratpack.",
                "fi.iki.elonen.",
                "io.ktor.server.engine.",
                "org.glassfish.grizzly.http.server.",
                "com.linecorp.armeria.server.");
    }
}
