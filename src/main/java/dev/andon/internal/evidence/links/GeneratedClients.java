package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.links.UrlPath.Host;
import dev.andon.internal.frameworks.Frameworks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recognises calls of generated clients, and finds the services that they call. */
final class GeneratedClients {

    private GeneratedClients() {}

    /** A call of a generated client, and whose server it reaches. */
    private record Stub(Walk.Met met, Optional<String> contract, Host host) {}

    /**
     * Returns the calls of generated clients that may reach a service. Of a client whose making the code does not show, it
     * is taken that it is one of those of the same contract whose making it shows.
     *
     * @param elsewhere whether the service runs in another process, at whatever host
     */
    static List<Walk.Met> calls(Walk walk, Channels channels, boolean elsewhere) {
        Set<Host> others = elsewhere ? Set.of(Host.ELSEWHERE) : Set.of(Host.ELSEWHERE, Host.FOREIGN);
        List<Stub> stubs = walk.calls.stream()
                .filter(met -> !met.onMock() && isCalled(met.call()))
                .map(met -> new Stub(met, contract(met.call()), channels.host(met.value())))
                .toList();
        return stubs.stream()
                .filter(stub -> !others.contains(stub.host()))
                .filter(stub -> stub.host() != Host.NONE || !onlyOthers(stub, stubs, others))
                .map(Stub::met)
                .toList();
    }

    private static boolean onlyOthers(Stub unknown, List<Stub> stubs, Set<Host> others) {
        Set<Host> known = stubs.stream()
                .filter(stub -> stub.contract().equals(unknown.contract()))
                .map(Stub::host)
                .filter(host -> host != Host.NONE)
                .collect(Collectors.toSet());
        return !known.isEmpty() && others.containsAll(known);
    }

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

    /** Returns the generated class of the service that a call of a generated client is meant for. */
    static Optional<String> contract(Call call) {
        return Frameworks.first(framework -> framework.calledContract(call));
    }
}
