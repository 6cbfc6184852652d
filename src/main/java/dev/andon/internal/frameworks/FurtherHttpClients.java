package dev.andon.internal.frameworks;

import java.util.List;

/** HTTP clients and drivers of contracts about which nothing is known but how they send requests. */
final class FurtherHttpClients implements Framework {

    @Override
    public List<String> clientPrefixes() {
        return List.of(
                "kong.unirest.",
                "com.mashape.unirest.",
                "io.ktor.client.",
                "com.linecorp.armeria.client.",
                "org.asynchttpclient.",
                "org.eclipse.jetty.client.",
                "org.jsoup.");
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(
                RequestForm.ADDRESSED.by(
                        "(kong\\.unirest|com\\.mashape\\.unirest)\\..*Unirest\\w*", HttpVerbs.PLAIN + "|request"),
                RequestForm.ADDRESSED.by(
                        "io\\.ktor\\.client\\.request\\.\\w*Kt", HttpVerbs.KOTLIN + "|url|request(\\$default)?"),
                RequestForm.ADDRESSED.by("io\\.ktor\\.server\\.testing\\.\\w+", "handleRequest(\\$default)?"),
                RequestForm.ADDRESSED.by(
                        "com\\.linecorp\\.armeria\\.client\\.\\w*(WebClient|RestClient)", HttpVerbs.PLAIN),
                RequestForm.ADDRESSED.preparedBy("com\\.linecorp\\.armeria\\.common\\.\\w*HttpRequest", "of"),
                RequestForm.ADDRESSED.by("org\\.asynchttpclient\\.\\w*AsyncHttpClient", "prepare\\w+"),
                RequestForm.ADDRESSED.by("org\\.asynchttpclient\\.Dsl", HttpVerbs.PLAIN + "|request"),
                RequestForm.ADDRESSED.by("org\\.eclipse\\.jetty\\.client\\.HttpClient", "GET|POST|newRequest"),
                RequestForm.ADDRESSED.by("org\\.jsoup\\.Jsoup", "connect"),
                RequestForm.ADDRESSED.by("(org\\.htmlunit|com\\.gargoylesoftware\\.htmlunit)\\.WebClient", "getPage"),
                RequestForm.ADDRESSED.by("com\\.google\\.api\\.client\\.http\\.GenericUrl", "<init>"),
                RequestForm.HIDDEN.by("com\\.intuit\\.karate\\..*|io\\.karatelabs\\..*", "run|parallel"));
    }

    @Override
    public List<CallRule> baseSetters() {
        return List.of(
                CallRule.of("com\\.linecorp\\.armeria\\.client\\.\\w*(WebClient|RestClient)", "of|builder"),
                CallRule.of("(kong\\.unirest|com\\.mashape\\.unirest)\\..*Config", "defaultBaseUrl"));
    }
}
