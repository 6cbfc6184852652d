package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.discover.Service;
import java.util.stream.Stream;

/** Recognises the stubs that gRPC's compiler generates, and the services that they belong to. */
final class GrpcStubs {

    private GrpcStubs() {}

    static boolean isStub(Call call) {
        return outer(call.owner()).endsWith("Grpc")
                && (call.owner().endsWith("Stub") || call.name().matches("new\\w*Stub"));
    }

    static boolean isStubOf(Call call, Service service, CodeIndex index) {
        String outer = outer(call.owner());
        return isStub(call)
                && Stream.concat(service.entryTypes().stream(), index.superTypes(service.name()).stream())
                        .anyMatch(type -> outer(type).equals(outer));
    }

    /** Returns the class that the compiler generates for a service; Kotlin's has an ending of its own. */
    private static String outer(String type) {
        int nested = type.indexOf('$');
        String name = nested < 0 ? type : type.substring(0, nested);
        return name.endsWith("GrpcKt") ? name.substring(0, name.length() - 2) : name;
    }
}
