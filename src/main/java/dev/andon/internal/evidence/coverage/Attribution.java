package dev.andon.internal.evidence.coverage;

import dev.andon.internal.formats.SessionId;
import dev.andon.internal.formats.SessionIdCodec;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.UniqueId;

/**
 * Splits the agent's data at the boundaries of test classes.
 *
 * <p>While a class is open, the agent's session bears its name, so that data written by the agent itself, as when the
 * JVM ends early, is attributed too. When the last open class ends, the session is marked as finished and its data
 * goes to the exec file. Where a class opens while another is open, all data until none is open bears all their
 * names: it cannot be told apart, and to cut while tests run could lose what they hit at that instant.
 *
 * <p>Where JUnit tells when a test class has been set up, what ran until then goes to a session of its own: an application
 * that a framework starts runs parts of every service, whatever the tests do.
 */
final class Attribution {

    private final Agent agent;
    private final String build;
    private final String usersSession;
    private final Map<UniqueId, String> open = new HashMap<>();
    private final Set<UniqueId> suites = new HashSet<>();
    private final Set<String> named = new TreeSet<>();
    // Code that ran before the first class, or outside of any, belongs to no class.
    private boolean nobodys = true;
    private boolean over;
    // Whether a test method of the open class has begun: from then on all code is attributed to the tests.
    private boolean testing;

    Attribution(Agent agent, String build) {
        this.agent = agent;
        this.build = build;
        this.usersSession = agent.sessionId();
    }

    /** Called when a test class begins. */
    synchronized void started(UniqueId id, String className) {
        if (over) {
            return;
        }
        setAsideSuitesAround(id);
        if (open.isEmpty() && nobodys) {
            dump();
        }
        if (over) {
            return;
        }
        open.put(id, className);
        testing = false;
        named.add(className);
        nameSession(SessionIdCodec.encode(new SessionId(build, named)));
    }

    /**
     * Called when the open class has been set up: code that ran since it began, or since {@link #codeOfClassEnded},
     * is set-up.
     */
    synchronized void setUpEnded() {
        if (isOneClassSettingUp()) {
            String className = named.iterator().next();
            nameSession(SessionIdCodec.encode(SessionId.ofSetUp(build, className)));
            dump();
            if (!over) {
                nameSession(SessionIdCodec.encode(new SessionId(build, named)));
            }
        }
    }

    /**
     * Called when a method that runs before all tests of the class has ended: the code that it ran is attributed to
     * the class.
     */
    synchronized void codeOfClassEnded() {
        if (isOneClassSettingUp()) {
            dump();
        }
    }

    /** Called when the first test of the open class begins, after its set-up. */
    synchronized void testBegins() {
        setUpEnded();
        testing = true;
    }

    private boolean isOneClassSettingUp() {
        return !over && !testing && open.size() == 1 && named.size() == 1;
    }

    /** Called when a container or test ended; acts only if it is a class that began. */
    synchronized void finished(UniqueId id) {
        if (over || suites.remove(id) || open.remove(id) == null || !open.isEmpty()) {
            return;
        }
        dumpFinished();
        named.clear();
        nameSession(usersSession);
    }

    /** Called when a test ran; code that ran outside of any class is attributed to no class. */
    synchronized void ran() {
        nobodys |= open.isEmpty();
    }

    /** Gives the session its own name back. */
    synchronized void end() {
        if (!over) {
            if (!open.isEmpty()) {
                dumpFinished();
            }
            over = true;
            nameSession(usersSession);
        }
    }

    /** Returns the class that is open and holds the given one, if any: the class around a nested one, or a suite. */
    synchronized String around(UniqueId id) {
        return open.entrySet().stream()
                .filter(entry -> id.hasPrefix(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private void setAsideSuitesAround(UniqueId id) {
        open.entrySet().removeIf(entry -> {
            boolean around = id.hasPrefix(entry.getKey());
            if (around) {
                suites.add(entry.getKey());
                named.remove(entry.getValue());
            }
            return around;
        });
    }

    private void dump() {
        try {
            agent.dump();
            nobodys = false;
        } catch (IOException | IllegalStateException failure) {
            giveUp(failure);
        }
    }

    private void dumpFinished() {
        nameSession(SessionIdCodec.encode(SessionId.ofFinished(build, named)));
        dump();
    }

    private void nameSession(String id) {
        agent.nameSession(id);
    }

    private void giveUp(Exception failure) {
        over = true;
        agent.nameSession(usersSession);
        System.getLogger("dev.andon")
                .log(
                        System.Logger.Level.WARNING,
                        "Andon stops attributing coverage to test classes: the exec file could not be written ("
                                + failure.getMessage() + "). The practices fall back to the evidence LINKED.");
    }
}
