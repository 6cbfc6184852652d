package dev.andon.internal.formats;

import java.util.Locale;

/** A fault that is injected into a method of a service. */
public enum MethodFault {
    /** The method throws instead of doing anything. */
    THROWS("threw"),
    /** The method does nothing, and returns the emptiest value of its type. */
    DOES_NOTHING("did nothing"),
    /** The method returns another value than it would. */
    CHANGED_VALUE("returned a changed value");

    private final String did;

    MethodFault(String did) {
        this.did = did;
    }

    /** Returns its name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what a method did into which it was injected, as the rest of a sentence. */
    public String did() {
        return did;
    }
}
