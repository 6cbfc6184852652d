package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Set;

/** Apache HttpClient 4 and 5. */
final class ApacheHttpClient implements Framework {

    @Override
    public List<String> clientPrefixes() {
        return List.of("org.apache.http.", "org.apache.hc.client5.");
    }

    @Override
    public Set<String> hostTypes() {
        return Set.of("org.apache.http.HttpHost", "org.apache.hc.core5.http.HttpHost");
    }

    @Override
    public List<RequestRule> requests() {
        return List.of(
                RequestForm.CONSTRUCTOR.preparedBy(
                        "org\\.apache\\.(http|hc)\\..*\\.Http(Get|Post|Put|Patch|Delete|Head|Options)", "<init>"),
                RequestForm.ADDRESSED.preparedBy(
                        "org\\.apache\\.(http|hc)\\..*(HttpRequest|HttpUriRequestBase)", "<init>|create"),
                RequestForm.ADDRESSED.preparedBy(
                        "org\\.apache\\.(http|hc)\\..*(RequestBuilder|HttpRequests|fluent\\.Request)",
                        HttpVerbs.PLAIN + "|create"),
                RequestForm.BUILDER.preparedBy("org\\.apache\\.(http|hc)\\..*RequestBuilder", "build"));
    }
}
