package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.evidence.links.UrlPath.Host;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recognises calls of generated clients, and finds the services that they call. */
final class GeneratedClients {

    private GeneratedClients() {}

    /**
     * A call of a generated client.
     *
     * @param contract the generated class of the service that it is meant for
     * @param value what it returns, in the code that calls it
     */
    record Stub(Walk.Met met, String contract, Bound value) {}

    /** A stub, and whose server it reaches. */
    private record Reached(Stub stub, Host host) {}

    /**
     * Returns the calls of generated clients that may reach a service. Of a client whose making the code does not show, it
     * is taken that it is one of those of the same contract whose making it shows.
     *
     * @param elsewhere whether the service runs in another process, at whatever host
     */
    static List<Stub> reaching(List<Stub> stubs, Channels channels, boolean elsewhere) {
        Set<Host> others = elsewhere ? Set.of(Host.ELSEWHERE) : Set.of(Host.ELSEWHERE, Host.FOREIGN);
        List<Reached> all = stubs.stream()
                .filter(stub -> !stub.met().onMock())
                .map(stub -> new Reached(stub, channels.host(stub.value())))
                .toList();
        return all.stream()
                .filter(reached -> !others.contains(reached.host()))
                .filter(reached -> reached.host() != Host.NONE || !onlyOthers(reached, all, others))
                .map(Reached::stub)
                .toList();
    }

    private static boolean onlyOthers(Reached unknown, List<Reached> all, Set<Host> others) {
        Set<Host> known = all.stream()
                .filter(reached ->
                        reached.stub().contract().equals(unknown.stub().contract()))
                .map(Reached::host)
                .filter(host -> host != Host.NONE)
                .collect(Collectors.toSet());
        return !known.isEmpty() && others.containsAll(known);
    }

    /** Returns whether a service implements a contract. */
    static boolean implementedBy(Service service, String contract, CodeIndex index) {
        return Stream.concat(service.entryTypes().stream(), index.superTypes(service.name()).stream())
                .map(type -> Frameworks.first(Framework::contractOf, type))
                .anyMatch(Optional.of(contract)::equals);
    }

    /** Returns the call as that of a generated client, if it is one. */
    static Optional<Stub> stub(Walk.Met met, Bound value, ValueFlow flow) {
        return contract(met.call())
                .or(() -> met.type().equals(met.call().owner())
                        ? ofInterface(met.type(), flow.graph().index())
                        : Optional.empty())
                .map(contract -> new Stub(met, contract, value));
    }

    private static Optional<String> ofInterface(String type, CodeIndex index) {
        return index.find(type).flatMap(facts -> Frameworks.first(Framework::contractOf, facts));
    }

    /** Returns the generated class of the service that a call of a generated client is meant for. */
    static Optional<String> contract(Call call) {
        return Frameworks.first(Framework::calledContract, call);
    }
}
