package dev.andon.archunit;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.links.Links;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ServicesShouldBeTested extends PracticeCondition {
    private final TestKind kind;

    ServicesShouldBeTested(TestKind kind) {
        super("be reached by " + kind.text() + "s");
        this.kind = kind;
    }

    @Override
    Stream<String> subjects(Inventory inventory) {
        return inventory.services().stream().map(service -> service.location().className());
    }

    @Override
    String missing() {
        return "service: import the packages of the services";
    }

    @Override
    Stream<Map.Entry<String, String>> faults(CodeIndex index, Inventory inventory) {
        Set<String> ofKind = inventory.testClasses().stream()
                .filter(testClass -> testClass.kind() == kind)
                .map(TestClass::name)
                .collect(Collectors.toSet());
        Set<String> reached = Links.find(index, inventory).stream()
                .filter(link -> link.strength() == Link.Strength.LINKED && ofKind.contains(link.testClass()))
                .map(Link::service)
                .collect(Collectors.toSet());
        return inventory.services().stream()
                .filter(service -> kind == TestKind.UNIT || service.tier() == Service.Tier.ENTRY)
                .filter(service -> !reached.contains(service.name()))
                .map(service -> Map.entry(
                        service.name(),
                        "Service " + service.name() + " is not reached by any " + kind.text() + " in ("
                                + service.location() + ")"));
    }
}
