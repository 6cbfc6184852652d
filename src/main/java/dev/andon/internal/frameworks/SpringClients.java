package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Set;

/** Spring's clients: RestTemplate, RestClient, WebClient, their variants for tests, and MockMvc. */
final class SpringClients implements Framework {

    private static final String SPRING = "org\\.springframework\\.";
    private static final String FLUENT = SPRING
            + "(web\\.client\\.RestClient|web\\.reactive\\.function\\.client\\.WebClient"
            + "|test\\.web\\.reactive\\.server\\.WebTestClient|test\\.web\\.servlet\\.client\\.RestTestClient)";
    private static final String TEMPLATE = SPRING
            + "(web\\.client\\.(Rest|AsyncRest)(Template|Operations)\\w*"
            + "|boot\\.(test\\.web\\.client|resttestclient)\\.TestRestTemplate)";
    private static final String URI_HANDLER = SPRING + "web\\.util\\.Default\\w*(UriBuilderFactory|UriTemplateHandler)";
    private static final Set<String> EITHER_BINDING = Set.of(
            "org.springframework.test.web.reactive.server.WebTestClient",
            "org.springframework.test.web.servlet.client.RestTestClient");
    private static final Set<String> OTHER_PORTS =
            Set.of("local.management.port", "management.server.port", "wiremock.server", "mockserver.port");

    @Override
    public List<String> clientPrefixes() {
        return List.of(
                "org.springframework.web.client.",
                "org.springframework.web.reactive.function.client.",
                "org.springframework.test.web.reactive.server.WebTestClient");
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(
                RequestForm.ADDRESSED.preparedBy(
                        SPRING
                                + "(test\\.web\\.servlet\\.request\\.MockMvcRequestBuilders"
                                + "|restdocs\\.mockmvc\\.RestDocumentationRequestBuilders)",
                        HttpVerbs.PLAIN + "|request|multipart"),
                RequestForm.ADDRESSED.by(
                        SPRING + "test\\.web\\.servlet\\.MockMvcExtensionsKt",
                        HttpVerbs.KOTLIN + "|request|multipart(\\$default)?"),
                RequestForm.URI_STEP.by(
                        SPRING + "test\\.web\\.servlet\\.(assertj|request)\\..*(RequestBuilder|MockMvcTester.*)",
                        "uri"),
                RequestForm.URI_STEP.by(FLUENT + "\\$\\w*Spec", "uri"),
                RequestForm.ADDRESSED.by(
                        TEMPLATE,
                        "(get|post|put|patch|delete|head|options)(For[A-Z]\\w*)?(\\$default)?|exchange|execute"),
                RequestForm.ADDRESSED.preparedBy(SPRING + "http\\.RequestEntity", HttpVerbs.PLAIN + "|method|<init>"),
                RequestForm.ADDRESSED.preparedBy(
                        SPRING + "web\\.reactive\\.function\\.client\\.ClientRequest", "create|method"),
                RequestForm.ADDRESSED.by(
                        SPRING + "web\\.(socket|reactive\\.socket)\\.(client|messaging)\\..*Client",
                        "execute|doHandshake|connect(Async)?"));
    }

    @Override
    public Set<String> addressTypes() {
        return Set.of("java.util.function.Function");
    }

    @Override
    public List<CallRule> baseSetters() {
        return List.of(
                CallRule.of(FLUENT + "(\\$\\w+)?", "create|baseUrl"),
                CallRule.of(
                        SPRING + "boot\\.\\w+(\\.\\w+)*\\.\\w*(RestTemplate|RestClient|WebClient)\\w*Builder",
                        "rootUri|baseUrl"),
                CallRule.of(SPRING + "boot\\.\\w+(\\.\\w+)*\\.(RootUri|LocalHostUri)\\w+", "<init>|addTo"),
                CallRule.of(URI_HANDLER, "<init>|setBaseUrl"),
                CallRule.of(TEMPLATE, "setUriTemplateHandler"));
    }

    @Override
    public boolean answersForServer(Call call) {
        return call.owner().equals("org.springframework.test.web.client.MockRestServiceServer")
                && (call.name().startsWith("bindTo") || call.name().equals("createServer"));
    }

    @Override
    public boolean answersClients(AnnotationFacts annotation) {
        return annotation.type().endsWith(".RestClientTest")
                || annotation.type().endsWith(".AutoConfigureMockRestServiceServer");
    }

    @Override
    public boolean replacesTransport(Call call) {
        return call.name().matches("exchangeFunction|(set)?[rR]equestFactory")
                && call.owner().startsWith("org.springframework.web.");
    }

    @Override
    public List<String> inProcessClients() {
        return List.of("org.springframework.test.web.", "org.springframework.restdocs.");
    }

    @Override
    public List<CallRule> networkBindings() {
        return List.of(CallRule.of(SPRING + "test\\.web\\..*", "bindToServer"));
    }

    @Override
    public List<CallRule> processBindings() {
        return List.of(CallRule.of(SPRING + "test\\.web\\..*", "bindTo(?!Server).*"));
    }

    @Override
    public Set<String> clientsOfEitherBinding() {
        return EITHER_BINDING;
    }

    @Override
    public boolean isOtherAddress(AnnotationFacts annotation) {
        return annotation.type().endsWith(".LocalManagementPort")
                || annotation.type().endsWith(".StubRunnerPort")
                || annotation.each("value").anyMatch(value -> OTHER_PORTS.stream()
                        .anyMatch(value.toString()::contains));
    }

    @Override
    public Set<String> deferredTypes() {
        return Set.of(
                "org.springframework.web.reactive.function.client.WebClient$RequestHeadersSpec",
                "org.springframework.web.reactive.function.client.WebClient$RequestBodySpec",
                "org.springframework.web.reactive.function.client.WebClient$ResponseSpec",
                "org.springframework.web.client.RestClient$RequestHeadersSpec",
                "org.springframework.web.client.RestClient$RequestBodySpec",
                "org.springframework.web.client.RestClient$ResponseSpec",
                "org.springframework.test.web.reactive.server.WebTestClient$RequestHeadersSpec",
                "org.springframework.test.web.reactive.server.WebTestClient$RequestBodySpec",
                "org.springframework.test.web.servlet.client.RestTestClient$RequestHeadersSpec",
                "org.springframework.test.web.servlet.client.RestTestClient$RequestBodySpec",
                "org.springframework.test.web.servlet.assertj.MockMvcTester$MockMvcRequestBuilder",
                "org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder",
                "org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder");
    }
}
