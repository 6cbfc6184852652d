package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.Effect;
import dev.andon.internal.bytecode.FieldFacts;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.Value;
import dev.andon.internal.evidence.links.Frame.Bound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The code of the build, with the questions that following it asks: which method runs, and what a value is. */
final class Code {

    private static final int DEPTH = 12;
    private static final int IMPLEMENTATIONS = 8;

    private final CodeIndex index;
    private final Map<String, Map<MethodKey, List<Effect>>> effects = new HashMap<>();
    private final Map<String, List<String>> subTypes = new HashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();

    Code(CodeIndex index) {
        this.index = index;
        for (ClassFacts facts : index.classes()) {
            index.superTypes(facts.name()).forEach(type -> subTypes.computeIfAbsent(type, ignored -> new ArrayList<>())
                    .add(facts.name()));
            if (facts.outer() != null) {
                members.computeIfAbsent(facts.outer(), ignored -> new ArrayList<>())
                        .add(facts.name());
            }
        }
    }

    CodeIndex index() {
        return index;
    }

    /** A method that may run, and with what. */
    record Target(String owner, MethodKey key, Frame frame) {}

    Map<MethodKey, List<Effect>> effects(String className) {
        return effects.computeIfAbsent(className, index::effects);
    }

    boolean isOurs(String className) {
        return index.find(className).filter(facts -> facts.root() != null).isPresent();
    }

    boolean isTest(String className) {
        return index.find(className)
                .filter(facts -> facts.root() != null && facts.root().test())
                .isPresent();
    }

    List<String> members(String className) {
        return members.getOrDefault(className, List.of());
    }

    List<String> subTypes(String className) {
        return subTypes.getOrDefault(className, List.of());
    }

    /** Returns the class and its superclasses that belong to the build, itself first. */
    List<ClassFacts> lineage(String className) {
        List<ClassFacts> chain = new ArrayList<>();
        Optional<ClassFacts> next = index.find(className);
        while (next.isPresent() && next.get().root() != null && chain.size() < 50) {
            chain.add(next.get());
            next = Optional.ofNullable(next.get().superName()).flatMap(index::find);
        }
        return chain;
    }

    Optional<FieldFacts> field(String owner, String name) {
        return lineage(owner).stream()
                .flatMap(facts -> facts.fields().stream())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    Optional<MethodFacts> method(String owner, MethodKey key) {
        return index.find(owner).stream()
                .flatMap(facts -> facts.methods().stream())
                .filter(method -> MethodKey.of(method).equals(key))
                .findFirst();
    }

    /** Returns the methods of the build that a call may run. */
    List<Target> targets(Value.Result result, boolean virtual, Frame frame) {
        Call call = result.call();
        MethodKey key = MethodKey.of(call);
        List<Bound> arguments = frame.bindAll(result.arguments());
        Bound self = result.receiver() == null ? null : origin(frame.bind(result.receiver()), DEPTH);
        String type = virtual ? classOf(self, call.owner()) : call.owner();
        String thisClass = self == null ? call.owner() : classOf(self, call.owner());
        Optional<String> declaring = declaring(type, key);
        if (declaring.isPresent()) {
            return List.of(new Target(declaring.get(), key, new Frame(thisClass, self, arguments)));
        }
        return subTypes(type).stream()
                .filter(sub -> effects(sub).containsKey(key))
                .limit(IMPLEMENTATIONS)
                .map(sub -> new Target(sub, key, new Frame(sub, self, arguments)))
                .toList();
    }

    private Optional<String> declaring(String type, MethodKey key) {
        for (ClassFacts facts : lineage(type)) {
            if (effects(facts.name()).containsKey(key)) {
                return Optional.of(facts.name());
            }
        }
        return index.superTypes(type).stream()
                .filter(this::isOurs)
                .filter(name -> effects(name).containsKey(key))
                .findFirst();
    }

    /** Returns the class of an object, where its origin tells it, else the declared one. */
    String classOf(@Nullable Bound self, String declared) {
        if (self == null) {
            return declared;
        }
        if (self.value() instanceof Value.Created created) {
            return created.type();
        }
        boolean own = self.value() == Value.Plain.THIS
                && (self.in().thisClass().equals(declared)
                        || index.superTypes(self.in().thisClass()).contains(declared));
        return own ? self.in().thisClass() : declared;
    }

    /** Follows a value through parameters, fields and own methods to where it comes from. */
    Bound origin(Bound bound, int depth) {
        if (depth == 0) {
            return bound;
        }
        Frame in = bound.in();
        if (bound.value() == Value.Plain.THIS) {
            return in.self() != null ? in.self() : bound;
        }
        if (bound.value() instanceof Value.Parameter parameter) {
            return parameter.index() < in.arguments().size()
                    ? origin(in.arguments().get(parameter.index()), depth - 1)
                    : bound;
        }
        if (bound.value() instanceof Value.Field field) {
            List<Bound> written = written(field, in, depth - 1);
            return written.isEmpty() ? bound : origin(written.get(0), depth - 1);
        }
        if (bound.value() instanceof Value.Result result && isOurs(result.call().owner())) {
            List<Bound> returned = returned(result, in, depth - 1);
            return returned.isEmpty() ? bound : origin(returned.get(0), depth - 1);
        }
        return bound;
    }

    /** Returns what an own method returns. */
    List<Bound> returned(Value.Result result, Frame frame, int depth) {
        List<Bound> returned = new ArrayList<>();
        if (depth > 0 && isOurs(result.call().owner())) {
            boolean virtual = result.receiver() != null;
            for (Target target : targets(result, virtual, frame)) {
                for (Effect effect : effects(target.owner()).getOrDefault(target.key(), List.of())) {
                    if (effect instanceof Effect.Returned back) {
                        returned.add(target.frame().bind(back.value()));
                    }
                }
            }
        }
        return returned;
    }

    /** Returns what is written into a field: by the constructors that made the object first, then by other methods. */
    List<Bound> written(Value.Field field, Frame frame, int depth) {
        Bound self = field.of() == null ? null : origin(frame.bind(field.of()), depth);
        String type = field.of() == null ? field.owner() : classOf(self, field.owner());
        List<Bound> made = self != null && self.value() instanceof Value.Created created
                ? self.in().bindAll(created.arguments())
                : List.of();
        List<Bound> written = new ArrayList<>();
        Frame whole = new Frame(type, self, List.of());
        if (field.of() != null) {
            construct(type, null, new Frame(type, self, made), field.name(), written, DEPTH);
        }
        for (ClassFacts facts : lineage(type)) {
            effects(facts.name()).forEach((key, list) -> {
                if (!key.name().equals("<init>")) {
                    collect(list, field.name(), whole, written);
                }
            });
        }
        return written;
    }

    private void construct(
            String type, @Nullable MethodKey only, Frame frame, String field, List<Bound> written, int depth) {
        effects(type).forEach((key, list) -> {
            if (depth > 0 && key.name().equals("<init>") && (only == null || only.equals(key))) {
                collect(list, field, frame, written);
                for (Effect effect : list) {
                    if (effect instanceof Effect.Called called
                            && called.result().call().name().equals("<init>")
                            && called.result().receiver() == Value.Plain.THIS) {
                        Call call = called.result().call();
                        List<Bound> arguments = frame.bindAll(called.result().arguments());
                        Frame above = new Frame(frame.thisClass(), frame.self(), arguments);
                        construct(call.owner(), MethodKey.of(call), above, field, written, depth - 1);
                    }
                }
            }
        });
    }

    private static void collect(List<Effect> effects, String field, Frame frame, List<Bound> written) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Written write && write.name().equals(field)) {
                written.add(frame.bind(write.value()));
            }
        }
    }
}
