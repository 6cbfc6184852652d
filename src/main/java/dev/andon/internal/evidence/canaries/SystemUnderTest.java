package dev.andon.internal.evidence.canaries;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Service;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The classes that a canary must not reach: all production classes of modules that contain services, even if the canary is
 * in that module; and, from other modules, the classes in the judged packages that do more than hold data. So a library
 * of data classes shared with the services is allowed, but their repositories are not, whichever module they are in.
 */
final class SystemUnderTest {
    private static final Set<String> PLAIN = Frameworks.union(Framework::dataPackages);

    private final CodeIndex index;
    private final Predicate<String> inPackages;
    private final Set<String> serving = new HashSet<>();
    private final Set<String> canaries = new HashSet<>();
    private final Predicate<String> servedFromOutside;

    /**
     * Determines the system under test of a build.
     *
     * @param packages the judged packages
     * @param servedFromOutside whether a class from outside of the build belongs to an artefact that contains services
     */
    SystemUnderTest(CodeIndex index, Inventory inventory, List<String> packages, Predicate<String> servedFromOutside) {
        this.index = index;
        this.inPackages = Discovery.within(packages);
        this.servedFromOutside = servedFromOutside;
        inventory.services().stream().map(Service::module).forEach(serving::add);
        inventory.canaries().stream().map(CanaryClass::name).forEach(canaries::add);
    }

    /** Returns the classes that the canary must not reach. */
    Predicate<String> of(CanaryClass canary) {
        return name -> holds(name, canary.module());
    }

    /** Returns the classes that canaries of other builds must not reach. */
    Predicate<String> ofOthers() {
        return name -> holds(name, "");
    }

    /** Returns whether the canary is in a module that contains services. */
    boolean sharesModule(CanaryClass canary) {
        return serving.contains(canary.module());
    }

    private boolean holds(String name, String ownModule) {
        if (canaries.contains(name.replaceFirst("\\$.*", "")) || canaries.contains(name)) {
            return false;
        }
        ClassFacts facts = index.find(name).orElse(null);
        if (facts == null) {
            return false;
        }
        ClassRoot root = facts.root();
        if (root == null) {
            return servedFromOutside.test(name);
        }
        if (root.test()) {
            return false;
        }
        return serving.contains(root.module())
                || (!root.module().equals(ownModule) && inPackages.test(name) && !isData(facts));
    }

    private boolean isData(ClassFacts facts) {
        boolean plainTypes = index.superTypes(facts.name()).stream().allMatch(this::isPlain)
                && facts.annotations().stream().allMatch(annotation -> isPlain(annotation.type()));
        return plainTypes
                && index.bodies(facts.name()).values().stream()
                        .map(MethodBody::calls)
                        .flatMap(List::stream)
                        .map(Call::owner)
                        .allMatch(this::isPlain);
    }

    private boolean isPlain(String type) {
        return type.startsWith("[") || PLAIN.stream().anyMatch(type::startsWith) || isOurs(type);
    }

    private boolean isOurs(String type) {
        return index.find(type).filter(facts -> facts.root() != null).isPresent();
    }
}
