package dev.andon.archunit;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.CanaryCode;
import dev.andon.internal.evidence.canaries.CanaryCodeReader;
import dev.andon.internal.evidence.links.AssertionReach;
import dev.andon.internal.judge.CanaryCodeCheck;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Checks one of the canary practices that are judged from class files. */
final class CanariesShould extends PracticeCondition {
    private final CanaryCodeCheck check;

    CanariesShould(CanaryCodeCheck check, String description) {
        super(description);
        this.check = check;
    }

    @Override
    Stream<String> subjects(Inventory inventory) {
        return inventory.canaries().stream().map(CanaryClass::name);
    }

    @Override
    String missing() {
        return "canary: import the classes that are annotated with @Canary, or remove the rule where there is none";
    }

    @Override
    Stream<Map.Entry<String, String>> faults(CodeIndex index, Inventory inventory) {
        List<String> packages = index.classes().stream()
                .map(ClassFacts::name)
                .filter(name -> name.contains("."))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .toList();
        Map<String, CanaryCode> codes = CanaryCodeReader.read(index, inventory, packages, outside -> false);
        Assertions assertions = AssertionReach.find(index, inventory);
        return inventory.canaries().stream()
                .flatMap(
                        canary -> check
                                .faults(
                                        canary,
                                        Objects.requireNonNull(codes.get(canary.name()), canary.name()),
                                        assertions)
                                .stream()
                                .map(fault -> Map.entry(
                                        canary.name(),
                                        "Canary " + canary.name() + ": " + fault.found() + " in (" + canary.location()
                                                + ")")));
    }
}
