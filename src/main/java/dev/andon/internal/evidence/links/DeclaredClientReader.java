package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.frameworks.DeclaredRequest;
import dev.andon.internal.frameworks.Frameworks;
import java.util.Optional;

/** Reads the request that a call of a declared HTTP client sends: annotations of the interface name URL and verb. */
final class DeclaredClientReader {

    private final ValueFlow flow;

    DeclaredClientReader(ValueFlow flow) {
        this.flow = flow;
    }

    /** Returns the request that the called method declares; empty if it declares none. */
    Optional<Requests.Found> of(Call call) {
        Optional<ClassFacts> client = flow.graph().index().find(call.owner()).filter(ClassFacts::isInterface);
        return client.stream()
                .flatMap(type -> flow.graph().method(call.owner(), MethodKey.of(call)).stream())
                .flatMap(method -> method.annotations().stream())
                .flatMap(annotation ->
                        Frameworks.first(framework -> framework.declaredRequest(client.get(), annotation)).stream())
                .findFirst()
                .map(DeclaredClientReader::found);
    }

    private static Requests.Found found(DeclaredRequest request) {
        return new Requests.Found(request.urls(), request.verb(), true);
    }
}
