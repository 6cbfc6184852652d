package dev.andon.internal.prove.agent;

import dev.andon.internal.frameworks.ReturnedTypes;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the probes of this JVM ask: tells which methods run, notes what they return, and turns one fault on at a time. Called
 * by any thread of the application.
 */
public final class FaultSwitch {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final int MOST_NOTES = 40;

    private final List<ProbedMethod> methods;
    private final ProbeLocations locations;
    private final Supplier<Map<Integer, String>> obstacles;
    private final Map<Integer, Notes> notes = new ConcurrentHashMap<>();
    private volatile IntConsumer entered = probe -> {};
    private volatile IntConsumer acted = probe -> {};
    private volatile int armed = -1;
    private volatile Injection injection = Injection.THROW;
    private volatile boolean noting;

    FaultSwitch(List<ProbedMethod> methods, ProbeLocations locations, Supplier<Map<Integer, String>> obstacles) {
        this.methods = List.copyOf(methods);
        this.locations = locations;
        this.obstacles = obstacles;
    }

    /** Returns, for each method whose class was loaded without its probe, why. */
    public Map<Integer, String> obstacles() {
        return obstacles.get();
    }

    /**
     * Says who is told.
     *
     * @param entered gets the probe of each method that is called
     * @param acted gets the probe of each call in which a fault acts
     */
    public void tell(IntConsumer entered, IntConsumer acted) {
        this.entered = entered;
        this.acted = acted;
    }

    /** Begins or ends to note what methods return. */
    public void note(boolean on) {
        noting = on;
    }

    /** Turns a fault on, in place of another. */
    public void arm(int probe, Injection what) {
        armed = -1;
        injection = what;
        armed = probe;
    }

    /** Turns the fault off. */
    public void disarm() {
        armed = -1;
    }

    /** Returns what was noted of a method so far. */
    public Observation observation(int probe) {
        Notes of = notes.get(probe);
        return of == null ? Observation.NONE : of.observation();
    }

    boolean enter(@Nullable Object self, int location) {
        int probe = locations.method(self, location);
        if (probe == ProbeLocations.NOBODY) {
            return false;
        }
        entered.accept(probe);
        if (probe != armed) {
            return false;
        }
        Injection what = injection;
        if (what == Injection.THROW) {
            acted.accept(probe);
            throw new InjectedFaultError(methods.get(probe));
        }
        if (what == Injection.RETURN_EMPTY) {
            acted.accept(probe);
            return true;
        }
        return false;
    }

    @Nullable Object instead(@Nullable Object self, int location) {
        Notes of = notes(locations.method(self, location));
        Object emptied = of.emptied;
        Method method = of.method();
        return emptied != null || method == null ? emptied : EmptyValues.of(method);
    }

    @Nullable Object leave(@Nullable Object value, @Nullable Object self, int location) {
        int probe = locations.method(self, location);
        if (probe == ProbeLocations.NOBODY) {
            return value;
        }
        if (noting) {
            return notes(probe).note(value);
        }
        if (probe != armed || value == null) {
            return value;
        }
        Injection what = injection;
        if (what != Injection.CHANGE_VALUES && what != Injection.DROP_ELEMENT) {
            return value;
        }
        ChangedResults.Way way =
                what == Injection.CHANGE_VALUES ? ChangedResults.Way.VALUES : ChangedResults.Way.ELEMENTS;
        Object later = ChangedResults.later(value, way);
        if (later != null) {
            acted.accept(probe);
            return later;
        }
        ChangedResults.Changed changed = ChangedResults.of(value, way);
        if (changed == null || !notes(probe).takes(changed.value())) {
            return value;
        }
        acted.accept(probe);
        return changed.value();
    }

    private Notes notes(int probe) {
        return notes.computeIfAbsent(probe, number -> new Notes(methods.get(number)));
    }

    /** What is known of one method. */
    private static final class Notes {

        private final ProbedMethod probed;
        private @Nullable Method method;
        private volatile @Nullable Object emptied;
        private int count;
        private boolean returned;
        private boolean differs;
        private String values = "";
        private String elements = "";

        Notes(ProbedMethod probed) {
            this.probed = probed;
        }

        synchronized Observation observation() {
            Method known = method;
            return new Observation(returned, differs, known == null || !EmptyValues.isNothing(known), values, elements);
        }

        boolean takes(Object value) {
            Method known = method();
            return known != null
                    && (known.getReturnType().isPrimitive()
                            || known.getReturnType().isInstance(value));
        }

        /** Returns what is to be returned in place of the value: the same, which may tell later what it holds. */
        @Nullable Object note(@Nullable Object value) {
            method();
            synchronized (this) {
                returned |= !ReturnedTypes.isSuspension(value);
                if (value == null || ReturnedTypes.isSuspension(value) || count > MOST_NOTES) {
                    return value;
                }
            }
            if (value instanceof Stream<?> stream) {
                return stream.peek(this::seeOneOfMany);
            }
            Optional<Object> watched =
                    ReturnedTypes.watch(value, ReturnedTypes.holdsMany(value) ? this::seeOneOfMany : this::see);
            if (watched.isEmpty()) {
                see(value);
            }
            return watched.orElse(value);
        }

        /** An element says that there is one, whatever it is. */
        private synchronized void seeOneOfMany(@Nullable Object element) {
            if (element != null) {
                see(element);
            }
            differs = true;
            elements = elements.isEmpty() ? "one element less" : elements;
        }

        private synchronized void see(Object value) {
            if (value instanceof CompletableFuture<?> future) {
                var unused = future.thenAccept(held -> {
                    if (held != null) {
                        see(held);
                    }
                });
                return;
            }
            boolean holds = !EmptyValues.isEmpty(value);
            // What is asked again and again until there is something says nothing most of the time.
            count += holds ? 1 : 0;
            if (emptied == null || (holds && !differs)) {
                emptied = ReturnedTypes.withBody(value, null, false).orElse(null);
            }
            differs |= holds;
            values = values.isEmpty() ? changes(value, ChangedResults.Way.VALUES) : values;
            elements = elements.isEmpty() ? changes(value, ChangedResults.Way.ELEMENTS) : elements;
        }

        private static String changes(Object value, ChangedResults.Way way) {
            ChangedResults.Changed changed = value instanceof BaseStream ? null : ChangedResults.of(value, way);
            return changed == null ? "" : String.join(", ", changed.changes());
        }

        /** Found when the method runs, in the class loader that loaded it then. */
        private synchronized @Nullable Method method() {
            Method known = method;
            if (known == null) {
                known = STACK.walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                                .filter(type -> type.getName().equals(probed.className()))
                                .findFirst())
                        .flatMap(this::find)
                        .orElse(null);
                method = known;
            }
            return known;
        }

        private Optional<Method> find(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(one -> one.getName().equals(probed.name())
                            && MethodType.methodType(one.getReturnType(), one.getParameterTypes())
                                    .descriptorString()
                                    .equals(probed.descriptor()))
                    .findFirst();
        }
    }
}
