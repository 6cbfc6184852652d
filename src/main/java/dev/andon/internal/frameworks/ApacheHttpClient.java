package dev.andon.internal.frameworks;

import java.util.List;

/** Apache HttpClient 4 and 5. */
final class ApacheHttpClient implements Framework {

    @Override
    public List<String> clientPrefixes() {
        return List.of("org.apache.http.", "org.apache.hc.client5.");
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(
                RequestForm.CONSTRUCTOR.by(
                        "org\\.apache\\.(http|hc)\\..*\\.Http(Get|Post|Put|Patch|Delete|Head|Options)", "<init>"),
                RequestForm.ADDRESSED.by(
                        "org\\.apache\\.(http|hc)\\..*(HttpRequest|HttpUriRequestBase)", "<init>|create"),
                RequestForm.ADDRESSED.by(
                        "org\\.apache\\.(http|hc)\\..*(RequestBuilder|HttpRequests|fluent\\.Request)",
                        HttpVerbs.PLAIN + "|create"),
                RequestForm.BUILDER.by("org\\.apache\\.(http|hc)\\..*RequestBuilder", "build"));
    }
}
