package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.MethodBody;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether the service that a test speaks to runs in another process, where no coverage of it can be seen. */
final class ProcessSigns {

    private static final Pattern ADDRESS =
            Pattern.compile("(?i).*(url|uri|host|endpoint|address|base[-_.]?path|target|server[-_.]?port).*");
    private static final String[] STUBS = {
        "com.github.tomakehurst.wiremock.",
        "org.wiremock.",
        "okhttp3.mockwebserver.",
        "mockwebserver3.",
        "org.mockserver.",
        "com.sun.net.httpserver."
    };
    private static final String[] CLIENTS = {
        "java.net.http.",
        "java.net.HttpURLConnection",
        "io.restassured.",
        "okhttp3.",
        "org.apache.http.",
        "org.apache.hc.client5.",
        "org.springframework.web.client.",
        "org.springframework.web.reactive.function.client.",
        "org.springframework.test.web.reactive.server.WebTestClient",
        "jakarta.ws.rs.client.",
        "javax.ws.rs.client.",
        "feign.",
        "retrofit2.",
        "io.grpc.ManagedChannel"
    };

    private final Set<String> modules;

    ProcessSigns(Classes classes) {
        modules = classes.index().classes().stream()
                .map(ClassFacts::root)
                .filter(java.util.Objects::nonNull)
                .map(ClassRoot::module)
                .filter(module -> !module.isEmpty())
                .map(module -> module.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isElsewhere(Reach reach) {
        if (reach.annotation(type -> type.equals("io.quarkus.test.junit.QuarkusIntegrationTest"))
                .isPresent()) {
            return true;
        }
        boolean startsIt = FrameworkSigns.startsInThisProcess(reach);
        return !startsIt && (ownImage(reach) || addressFromOutside(reach));
    }

    /** A container built on the spot, or one whose image bears the name of a module of this build. */
    private boolean ownImage(Reach reach) {
        if (reach.names("org.testcontainers.images.builder.ImageFromDockerfile").isPresent()) {
            return true;
        }
        return reach.names("org.testcontainers.containers.GenericContainer").isPresent()
                && reach.constants().stream().map(ProcessSigns::imageName).anyMatch(modules::contains);
    }

    private static String imageName(String image) {
        return image.replaceFirst("[:@][^/]*$", "").replaceFirst(".*/", "").toLowerCase(Locale.ROOT);
    }

    private static boolean addressFromOutside(Reach reach) {
        return reach.names(CLIENTS).isPresent()
                && reach.names(STUBS).isEmpty()
                && reach.bodies().stream().anyMatch(ProcessSigns::readsAddress);
    }

    private static boolean readsAddress(MethodBody body) {
        boolean reads = body.calls().stream()
                .anyMatch(call -> call.owner().equals("java.lang.System")
                        && (call.name().equals("getProperty") || call.name().equals("getenv")));
        return reads
                && body.constants().stream()
                        .anyMatch(constant -> ADDRESS.matcher(constant).matches());
    }
}
