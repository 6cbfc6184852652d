package dev.andon.internal.evidence.coverage;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/** The operations of the JaCoCo agent that attribution needs. */
interface Agent {

    String sessionId();

    void nameSession(String id);

    /** Appends all that was hit since the last dump to the exec file and starts afresh. */
    void dump() throws IOException;

    /**
     * Returns the agent of this JVM; empty where none is started.
     *
     * <p>It is reached by name through the system class loader, where {@code -javaagent} puts its jar: a dependency on
     * that jar would bring a second copy, which answers that no agent is started.
     */
    static Optional<Agent> ofThisJvm() {
        try {
            ClassLoader system = ClassLoader.getSystemClassLoader();
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> agentType = Class.forName("org.jacoco.agent.rt.IAgent", true, system);
            Class<?> runtime = Class.forName("org.jacoco.agent.rt.RT", true, system);
            Object agent = lookup.findStatic(runtime, "getAgent", MethodType.methodType(agentType))
                    .invoke();
            return Optional.of(new Reflected(
                    lookup.findVirtual(agentType, "getSessionId", MethodType.methodType(String.class))
                            .bindTo(agent),
                    lookup.findVirtual(agentType, "setSessionId", MethodType.methodType(void.class, String.class))
                            .bindTo(agent),
                    lookup.findVirtual(agentType, "dump", MethodType.methodType(void.class, boolean.class))
                            .bindTo(agent)));
        } catch (Error fatal) {
            if (fatal instanceof LinkageError) {
                return Optional.empty();
            }
            throw fatal;
        } catch (Throwable absentOrNotStarted) {
            return Optional.empty();
        }
    }

    /**
     * The agent behind its public interface.
     *
     * @param getSessionId {@code IAgent.getSessionId()}
     * @param setSessionId {@code IAgent.setSessionId(String)}
     * @param dumpAndReset {@code IAgent.dump(boolean)}
     */
    record Reflected(MethodHandle getSessionId, MethodHandle setSessionId, MethodHandle dumpAndReset) implements Agent {

        @Override
        public String sessionId() {
            try {
                return (String) getSessionId.invoke();
            } catch (Throwable failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void nameSession(String id) {
            try {
                setSessionId.invoke(id);
            } catch (Throwable failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void dump() throws IOException {
            try {
                dumpAndReset.invoke(true);
            } catch (IOException failure) {
                throw failure;
            } catch (Throwable failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
