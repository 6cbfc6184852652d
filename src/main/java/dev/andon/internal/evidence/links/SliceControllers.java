package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The controllers that a test slice serves, if the test names them. */
final class SliceControllers {

    private static final Set<String> SLICES = Frameworks.union(Framework::controllerSlices);
    private static final Set<String> ADDITIONS = Frameworks.union(Framework::sliceAdditions);

    private final Set<String> chosen = new LinkedHashSet<>();
    private boolean others;

    /** Records the controllers that a call sets up. */
    void by(Value.Result result, Frame frame, ValueFlow flow) {
        if (!Frameworks.any(framework -> framework.setsUpControllers(result.call()))) {
            return;
        }
        for (Value argument : result.arguments()) {
            List<Value> each = argument instanceof Value.Array array ? array.elements() : List.of(argument);
            others |= each.isEmpty();
            for (Value one : each) {
                Bound origin = flow.origin(frame.bind(one), 8);
                if (origin.value() instanceof Value.Created created) {
                    chosen.add(created.type());
                } else if (origin.value() instanceof Value.Field field) {
                    chosen.add(field.type());
                } else {
                    others = true;
                }
            }
        }
    }

    /** Records the controllers that annotations of a test class name. */
    void by(ClassFacts testClass) {
        for (AnnotationFacts annotation : testClass.annotations()) {
            if (SLICES.contains(annotation.type())) {
                List<String> types = Stream.of("value", "controllers")
                        .flatMap(annotation::each)
                        .map(type -> ((AnnotationFacts.TypeName) type).name())
                        .toList();
                chosen.addAll(types);
                others |= types.isEmpty();
            }
            others |= ADDITIONS.contains(Requests.simpleName(annotation.type()));
        }
    }

    /** Returns whether requests may reach the service with these names: any service, unless the test names controllers. */
    boolean mayServe(Set<String> names, String definedIn) {
        return others
                || chosen.isEmpty()
                || chosen.contains(definedIn)
                || names.stream().anyMatch(chosen::contains);
    }
}
