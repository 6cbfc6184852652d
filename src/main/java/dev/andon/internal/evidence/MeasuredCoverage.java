package dev.andon.internal.evidence;

import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The coverage of everything that the requirements name, as plain numbers.
 *
 * @param scopes what was measured
 * @param productionClasses the classes that requirements name as services and that exist
 */
public record MeasuredCoverage(Map<Scope, Coverage> scopes, Set<String> productionClasses) {

    /**
     * What was measured, and by which tests.
     *
     * @param module the module of a service; empty otherwise
     * @param name the name of a service or package; empty for the whole code base
     * @param kind by which kind of test; null for all tests
     */
    public record Scope(
            Extent extent,
            String module,
            String name,
            @Nullable TestKind kind) {

        /** The extent of a measurement. */
        public enum Extent {
            SERVICE,
            PACKAGE,
            WHOLE
        }

        public static Scope of(Service service, @Nullable TestKind kind) {
            return new Scope(Extent.SERVICE, service.module(), service.name(), kind);
        }

        public static Scope ofPackage(String name, @Nullable TestKind kind) {
            return new Scope(Extent.PACKAGE, "", name, kind);
        }

        public static Scope ofWhole(@Nullable TestKind kind) {
            return new Scope(Extent.WHOLE, "", "", kind);
        }
    }

    /**
     * Returns the coverage of a scope.
     *
     * @throws IllegalStateException if it was not measured
     */
    public Coverage of(Scope scope) {
        Coverage coverage = scopes.get(scope);
        if (coverage == null) {
            throw new IllegalStateException("not measured: " + scope);
        }
        return coverage;
    }
}
