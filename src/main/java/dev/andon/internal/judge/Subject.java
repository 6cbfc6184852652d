package dev.andon.internal.judge;

import dev.andon.internal.discover.NamePattern;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.KnownCanary;
import dev.andon.internal.text.ClassNames;

/** What a practice is judged for. */
public sealed interface Subject {

    /** Returns the name of its class, or of the handler that defines a service without a class. */
    String name();

    /** Returns the module that holds it. */
    String module();

    /**
     * Returns whether it is the service or canary of this class name, simple name or route; never for an empty text.
     */
    default boolean isNamed(String written) {
        return !written.isEmpty()
                && (name().equals(written) || ClassNames.simple(name()).equals(written));
    }

    /** Returns whether its class lies in this package or below; never for an empty text. */
    default boolean isIn(String inPackage) {
        return !inPackage.isEmpty()
                && NamePattern.ofClass((inPackage.endsWith("..") ? inPackage : inPackage + "..") + "*")
                        .matches(name());
    }

    /** A service. */
    record OfService(Service service) implements Subject {
        @Override
        public String name() {
            return service.name();
        }

        @Override
        public String module() {
            return service.module();
        }

        @Override
        public boolean isNamed(String written) {
            return Subject.super.isNamed(written)
                    || service.routes().stream()
                            .anyMatch(route -> route.toString().equals(written));
        }
    }

    /** A canary. */
    record OfCanary(KnownCanary canary) implements Subject {
        @Override
        public String name() {
            return canary.name();
        }

        @Override
        public String module() {
            return canary.module();
        }
    }

    /** The code base as a whole. */
    record CodeBase() implements Subject {
        @Override
        public String name() {
            return "the whole code base";
        }

        @Override
        public String module() {
            return "";
        }
    }
}
