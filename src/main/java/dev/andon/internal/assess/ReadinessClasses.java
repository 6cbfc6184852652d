package dev.andon.internal.assess;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.judge.PracticeChecks;
import dev.andon.internal.require.ReadinessAnnotationReader;
import dev.andon.internal.require.ReadinessDeclaration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The readiness classes of a build, read from their bytecode. */
public final class ReadinessClasses {
    private ReadinessClasses() {}

    /**
     * A readiness class and where it stands.
     *
     * @param declaration what it says
     * @param module the module that holds it
     */
    public record Found(ReadinessDeclaration declaration, String module) {}

    /**
     * Returns all of them, in the order of their names.
     *
     * @throws dev.andon.internal.require.ConfigurationException if one is written wrongly
     */
    public static List<Found> in(CodeIndex index) {
        return Discovery.readinessClasses(index).stream()
                .map(facts -> new Found(
                        ReadinessAnnotationReader.read(
                                facts.name(), annotations(index, facts), PracticeChecks.CATALOGUE),
                        Objects.requireNonNull(facts.root()).module()))
                .toList();
    }

    /** Returns whether both may cover the same services. */
    static boolean overlap(ReadinessDeclaration one, ReadinessDeclaration other) {
        return one.packages().stream().anyMatch(mine -> other.packages().stream()
                .anyMatch(theirs -> below(mine, theirs) || below(theirs, mine)));
    }

    private static boolean below(String name, String other) {
        return other.isEmpty() || name.equals(other) || name.startsWith(other + ".");
    }

    /** Its own annotations, those that it inherits, and those that annotations of the user's own are composed of. */
    private static List<AnnotationFacts> annotations(CodeIndex index, ClassFacts readiness) {
        // Not by its name, which a readiness class of another module may have too.
        Stream<String> superTypes = Stream.concat(
                        Stream.ofNullable(readiness.superName()), readiness.interfaces().stream())
                .flatMap(type -> Stream.concat(Stream.of(type), index.superTypes(type).stream()));
        return Stream.concat(Stream.of(readiness), superTypes.flatMap(name -> index.find(name).stream()))
                .flatMap(facts -> facts.annotations().stream())
                .flatMap(annotation -> Stream.concat(
                        Stream.of(annotation),
                        index.find(annotation.type()).stream().flatMap(type -> type.annotations().stream())))
                .distinct()
                .toList();
    }
}
