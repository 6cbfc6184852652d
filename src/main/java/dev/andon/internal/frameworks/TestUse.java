package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a test class uses: its own code, that of its superclasses and helpers, and the annotations on them. */
public interface TestUse {

    /** Returns the annotations of the class and its supertypes, meta-annotations included. */
    List<AnnotationFacts> annotations();

    /** Returns the fields of the class, its supertypes and its helpers. */
    List<FieldFacts> fields();

    /** Returns all calls. */
    List<Call> calls();

    /** Returns the code of all methods. */
    List<MethodBody> bodies();

    /** Returns the first class, by name, that the code names and whose name starts with one of the prefixes. */
    Optional<String> names(String... prefixes);

    /** Returns the first annotation whose type satisfies the condition. */
    default Optional<AnnotationFacts> annotation(Predicate<String> type) {
        return annotations().stream().filter(found -> type.test(found.type())).findFirst();
    }

    /** Returns whether a method of one of these names is called on that class. */
    default boolean calls(String owner, String... names) {
        Set<String> wanted = Set.of(names);
        return calls().stream().anyMatch(call -> call.owner().equals(owner) && wanted.contains(call.name()));
    }
}
