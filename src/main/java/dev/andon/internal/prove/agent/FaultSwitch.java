package dev.andon.internal.prove.agent;

import dev.andon.internal.frameworks.SpringCaches;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the probes of this JVM ask: tells which methods run, notes what they return, and turns one fault on at a time. Called
 * by any thread of the application.
 */
public final class FaultSwitch {

    private final List<ProbedMethod> methods;
    private final ProbeLocations locations;
    private final Supplier<Map<Integer, String>> obstacles;
    private final IntPredicate idle;
    private final Map<Integer, MethodNotes> notes = new ConcurrentHashMap<>();
    private volatile IntConsumer entered = probe -> {};
    private volatile IntConsumer acted = probe -> {};
    private volatile int armed = -1;
    private volatile Injection injection = Injection.THROW;
    private volatile boolean noting;

    FaultSwitch(
            List<ProbedMethod> methods,
            ProbeLocations locations,
            Supplier<Map<Integer, String>> obstacles,
            IntPredicate idle) {
        this.methods = List.copyOf(methods);
        this.locations = locations;
        this.obstacles = obstacles;
        this.idle = idle;
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

    /** Empties the caches that the application keeps in the memory of this JVM. */
    public void forgetCached(ClassLoader loader) {
        SpringCaches.clear(loader);
    }

    /** Returns what was noted of a method so far. */
    public Observation observation(int probe) {
        MethodNotes of = notes.get(probe);
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
        return notes(locations.method(self, location)).instead();
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
        if (later != null && notes(probe).takes(later)) {
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

    private MethodNotes notes(int probe) {
        return notes.computeIfAbsent(probe, number -> new MethodNotes(methods.get(number), () -> idle.test(number)));
    }
}
