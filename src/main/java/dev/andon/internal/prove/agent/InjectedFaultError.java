package dev.andon.internal.prove.agent;

/** What a method throws under the fault that makes it throw. */
public final class InjectedFaultError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InjectedFaultError(ProbedMethod method) {
        super("Andon injected a fault: " + method.className() + "." + method.name() + " throws");
    }
}
