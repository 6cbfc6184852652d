package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.discover.Service;
import dev.andon.internal.frameworks.Frameworks;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises calls of generated clients, and finds the services that they call. */
final class GeneratedClients {

    private GeneratedClients() {}

    static boolean isCalled(Call call) {
        return contract(call).isPresent();
    }

    static boolean isCalledFor(Service service, Call call, CodeIndex index) {
        Optional<String> contract = contract(call);
        return contract.isPresent()
                && Stream.concat(service.entryTypes().stream(), index.superTypes(service.name()).stream())
                        .map(type -> Frameworks.first(framework -> framework.contractOf(type)))
                        .anyMatch(contract::equals);
    }

    private static Optional<String> contract(Call call) {
        return Frameworks.first(framework -> framework.calledContract(call));
    }
}
