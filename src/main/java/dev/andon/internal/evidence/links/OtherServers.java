package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.frameworks.CallRule;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Recognises addresses at which something other than the service answers: stub servers, servers that the test sets up, admin ports. */
final class OtherServers {

    private static final Set<String> STUBS = Frameworks.union(Framework::stubServerPrefixes);
    private static final Set<String> SET_UP_BY_TESTS = Frameworks.union(Framework::serverPrefixes);
    private static final Set<CallRule> OTHER_ADDRESSES = Frameworks.union(Framework::otherAddresses);

    private final ValueFlow flow;
    /** The ports that the test gives to a stub, and the sockets that it answers itself. */
    private final Set<Value> marked = new HashSet<>();

    OtherServers(ValueFlow flow) {
        this.flow = flow;
    }

    /** Marks a value that the code does not show: code that uses the same one means the same server. */
    void mark(Bound bound) {
        Value value = flow.passed(bound).value();
        if (value instanceof Value.Field || value instanceof Value.Result || value instanceof Value.Created) {
            marked.add(value);
        }
    }

    boolean isMarked(Bound bound) {
        return !marked.isEmpty() && marked.contains(flow.passed(bound).value());
    }

    /** Returns whether the test sets up the server to which the call belongs with what it registers there. */
    static boolean isSetUpByTests(Call call) {
        return SET_UP_BY_TESTS.stream().anyMatch(call.owner()::startsWith);
    }

    static boolean isOther(List<AnnotationFacts> annotations) {
        return annotations.stream().anyMatch(annotation -> Frameworks.any(Framework::isOtherAddress, annotation));
    }

    static boolean isStub(String className) {
        return STUBS.stream().anyMatch(className::startsWith);
    }

    /** Returns whether the call returns the address of such a server, or a part of one. */
    boolean isAddressOf(Value.Result result, Frame frame) {
        Call call = result.call();
        if (isStub(call.owner()) || CallRule.any(OTHER_ADDRESSES, call)) {
            return true;
        }
        return isSetUpByTests(call) && isMadeByTest(frame.bind(result));
    }

    /** A server that production code makes and returns is the application's own. */
    private boolean isMadeByTest(Bound bound) {
        Bound origin = flow.beginning(bound);
        boolean made = origin.value() instanceof Value.Created || origin.value() instanceof Value.Result;
        return made && flow.graph().isTest(origin.in().thisClass());
    }
}
