package dev.andon.internal.assess;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.UnreadableClass;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.UnjudgedEntryPoints;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.text.FirstFew;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Refuses to judge nothing, or half: each would be a silent pass. */
final class DiscoveryValidation {
    private static final int NAMED = 10;

    private DiscoveryValidation() {}

    static void check(
            ReadinessDeclaration declaration,
            Workspace workspace,
            CodeIndex index,
            DiscoveryRequest request,
            Inventory inventory) {
        unreadable(index);
        twoReadinessClasses(declaration, index, inventory);
        Discovery.Unmatched unmatched = Discovery.unmatched(index, request);
        for (String name : unmatched.packages()) {
            if (!holdsCanary(List.of(name), inventory)) {
                throw new ConfigurationException(nothing(declaration, name, workspace, unmatched.packagesOfBuild()));
            }
        }
        unmatched("includeServices", unmatched.includeServices(), declaration);
        unmatched("excludeServices", unmatched.excludeServices(), declaration);
        List<String> fruitless = Discovery.fruitless(request, inventory);
        if (!fruitless.isEmpty()) {
            throw new ConfigurationException("@OperationalReadiness(includeServices = \"" + fruitless.get(0) + "\") on "
                    + declaration.readinessClass()
                    + ": makes no class a service, for it matches none that is concrete, not excluded and below "
                    + String.join(", ", declaration.packages())
                    + "; fix the pattern, or name its package in packages");
        }
        if (!inventory.services().isEmpty()) {
            return;
        }
        Map<String, String> unjudged = UnjudgedEntryPoints.find(index, request, inventory);
        if (!unjudged.isEmpty()) {
            throw new ConfigurationException(noService(declaration, unjudged));
        }
        if (holdsCanary(declaration.packages(), inventory)) {
            if (declaration.requirements().practices().stream().noneMatch(Practice::concernsCanaries)) {
                throw new ConfigurationException(
                        declaration.readinessClass() + ": there are canaries and no service below "
                                + String.join(", ", declaration.packages())
                                + ", and no practice on canaries is required, so nothing would be checked: add @RequireCanaries");
            }
        } else {
            throw new ConfigurationException(declaration.readinessClass() + ": no service found below "
                    + String.join(", ", declaration.packages())
                    + ", though there are classes; Andon knows the entry points of the usual frameworks, so name what else is "
                    + "a service: @OperationalReadiness(includeServices = \""
                    + declaration.packages().get(0)
                    + "..*Service\")");
        }
    }

    private static String noService(ReadinessDeclaration declaration, Map<String, String> unjudged) {
        List<String> named = unjudged.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .toList();
        return declaration.readinessClass() + ": no service found below " + String.join(", ", declaration.packages())
                + ", though these classes look like entry points: " + FirstFew.of(named, NAMED)
                + "; name those that are services, for example @OperationalReadiness(includeServices = \""
                + unjudged.keySet().iterator().next() + "\"), and the others in excludeServices";
    }

    private static boolean holdsCanary(List<String> packages, Inventory inventory) {
        return inventory.canaries().stream().map(CanaryClass::name).anyMatch(Discovery.within(packages));
    }

    private static void unreadable(CodeIndex index) {
        List<UnreadableClass> unreadable = index.unreadable();
        if (!unreadable.isEmpty()) {
            UnreadableClass first = unreadable.get(0);
            throw new ConfigurationException(
                    first.entry() + " in " + first.file() + " cannot be read: " + first.reason()
                            + (unreadable.size() > 1 ? " (and " + (unreadable.size() - 1) + " more class files)" : "")
                            + "; build it again with `clean`, or use an Andon that knows this Java version");
        }
    }

    /** Each module may have its own, and a module several that share no package: else no one knows which is right. */
    private static void twoReadinessClasses(ReadinessDeclaration declaration, CodeIndex index, Inventory inventory) {
        if (inventory.testClasses().stream().filter(TestClass::readiness).count() < 2) {
            return;
        }
        List<ReadinessClasses.Found> found = ReadinessClasses.in(index);
        List<String> modules = found.stream()
                .filter(one -> one.declaration().readinessClass().equals(declaration.readinessClass()))
                .map(ReadinessClasses.Found::module)
                .toList();
        List<String> all = found.stream()
                .filter(one -> modules.contains(one.module()))
                .filter(one -> ReadinessClasses.overlap(one.declaration(), declaration))
                .map(one -> one.declaration().readinessClass())
                .distinct()
                .toList();
        if (all.size() > 1) {
            throw new ConfigurationException("there are " + all.size() + " readiness classes, "
                    + String.join(" and ", all) + ": keep one, with the packages of all");
        }
    }

    /** A pattern with a typing error would leave a service out in silence, or judge one that is none. */
    private static void unmatched(String attribute, List<String> patterns, ReadinessDeclaration declaration) {
        if (!patterns.isEmpty()) {
            throw new ConfigurationException("@OperationalReadiness(" + attribute + " = \"" + patterns.get(0)
                    + "\") on " + declaration.readinessClass()
                    + ": matches no production class; fix the pattern or remove it");
        }
    }

    private static String nothing(
            ReadinessDeclaration declaration, String name, Workspace workspace, List<String> packages) {
        String looked =
                workspace.roots().stream().map(root -> root.path().toString()).collect(Collectors.joining(", "));
        String where = packages.isEmpty()
                ? "this module compiles no production class at all: move the readiness class to the module that holds the "
                        + "service, or add that module to the class path"
                : "the production classes of this build lie in "
                        + packages.stream().limit(10).collect(Collectors.joining(", "))
                        + "; name one of these, or move the readiness class to the module of the service";
        return "@OperationalReadiness on " + declaration.readinessClass() + ": package " + name
                + " matches no production class; " + where + (looked.isEmpty() ? "" : " (looked in " + looked + ")");
    }
}
