package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.frameworks.Route;
import java.util.List;

/** Reads the operations that the documents in calls request, for example those of GraphQL. */
final class Documents {

    private final StringResolver texts;

    Documents(StringResolver texts) {
        this.texts = texts;
    }

    List<Route> operations(Value.Result result, Frame frame) {
        Call call = result.call();
        if (result.arguments().isEmpty() || !Frameworks.any(Framework::sendsDocument, call)) {
            return List.of();
        }
        return texts.of(frame.bind(result.arguments().get(0))).stream()
                .flatMap(document -> Frameworks.ALL.stream()
                        .filter(framework -> framework.sendsDocument(call))
                        .flatMap(framework -> framework.operations(call, document).stream()))
                .toList();
    }
}
