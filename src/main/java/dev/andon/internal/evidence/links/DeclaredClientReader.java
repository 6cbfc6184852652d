package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.frameworks.DeclaredRequest;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.List;
import java.util.Optional;

/** Reads the request that a call of a declared HTTP client sends: annotations of the interface name URL and verb. */
final class DeclaredClientReader {

    private final ValueFlow flow;
    private final ClientBases bases;

    DeclaredClientReader(ValueFlow flow, ClientBases bases) {
        this.flow = flow;
        this.bases = bases;
    }

    /** Returns the request that the called method declares; empty if it declares none. */
    Optional<SentRequest> of(Value.Result result, Frame frame) {
        Call call = result.call();
        Optional<ClassFacts> client = flow.graph().index().find(call.owner()).filter(ClassFacts::isInterface);
        return client.stream()
                .flatMap(type -> flow.graph().method(call.owner(), MethodKey.of(call)).stream())
                .flatMap(method ->
                        Frameworks.first(framework -> framework.declaredRequest(client.get(), method)).stream())
                .findFirst()
                .map(request -> sent(request, client.get(), result, frame));
    }

    /** A client among the production code of the test's own module is there to call other applications. */
    private boolean callsOthers(ClassFacts client, Frame frame) {
        return client.root() != null
                && !client.root().test()
                && client.annotations().stream()
                        .anyMatch(annotation -> Frameworks.any(Framework::namesServer, annotation))
                && module(frame.thisClass()).equals(Optional.of(client.root().module()));
    }

    private Optional<String> module(String className) {
        return flow.graph().index().find(className).map(ClassFacts::root).map(ClassRoot::module);
    }

    private SentRequest sent(DeclaredRequest request, ClassFacts type, Value.Result result, Frame frame) {
        Value receiver = result.receiver();
        List<String> known = receiver == null ? List.of() : bases.of(frame.bind(receiver));
        if (known.isEmpty() && callsOthers(type, frame)) {
            known = List.of(StringResolver.ELSEWHERE);
        }
        boolean declared = known.isEmpty() && !request.base().isEmpty();
        if (declared) {
            known = List.of(request.base());
        }
        Bound client = receiver == null ? null : flow.origin(frame.bind(receiver));
        return new SentRequest(
                known.isEmpty() ? request.urls() : Requests.below(known, request.urls()),
                request.verb(),
                "",
                declared && request.configurable() ? transport(request.base()) : SentRequest.Transport.NETWORK,
                client == null ? null : client.value(),
                null);
    }

    /** Tests configure another host for what production would call. */
    private static SentRequest.Transport transport(String base) {
        boolean foreign = UrlPath.of(base)
                .filter(path -> path.host() == UrlPath.Host.FOREIGN)
                .isPresent();
        return foreign ? SentRequest.Transport.EITHER : SentRequest.Transport.NETWORK;
    }
}
