package dev.andon.internal.require;

import dev.andon.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The practices that exist. Requirements are read against it, so that reading them depends on no check.
 *
 * @param practices all practices, in the order in which they are reported
 */
public record PracticeCatalogue(List<Practice> practices) {

    /** Returns the practice with this id, if it exists. */
    public Optional<Practice> find(String id) {
        return practices.stream().filter(practice -> practice.id().equals(id)).findFirst();
    }

    /**
     * Returns the practice with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Practice get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no practice " + id));
    }

    /** Returns the practices that a level requires without further annotations. */
    public Set<Practice> of(Level level) {
        return matching(practice -> practice.isPartOf(level));
    }

    /** Returns the highest level whose practices are all among these; {@link Level#NONE} where there is none. */
    public Level levelOf(Set<Practice> required) {
        return Stream.of(Level.values())
                .filter(level -> required.containsAll(of(level)))
                .reduce(Level.NONE, (lower, higher) -> higher);
    }

    /** Returns all practices that match, in order. */
    public Set<Practice> matching(Predicate<Practice> filter) {
        return practices.stream().filter(filter).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns all ids, in order. */
    public List<String> ids() {
        return practices.stream().map(Practice::id).toList();
    }
}
