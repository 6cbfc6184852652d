package dev.andon.internal.formats;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The known violations of a project.
 *
 * @param entries the day since when each is known
 */
public record Baseline(SortedMap<Entry, LocalDate> entries) {
    public static final Baseline NONE = new Baseline(new TreeMap<>());

    /** Copies the map. */
    public Baseline {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /**
     * A known violation.
     *
     * @param practice the practice's id
     * @param subject the service or canary that violates it, or {@code codebase}
     * @param finding the key of what was found
     */
    public record Entry(String practice, String subject, String finding) implements Comparable<Entry> {
        /** Makes each part fit into a line of the file, so that what is found equals what is read. */
        public Entry {
            practice = BaselineCodec.field(practice);
            subject = BaselineCodec.field(subject);
            finding = BaselineCodec.field(finding);
        }

        @Override
        public int compareTo(Entry other) {
            return line().compareTo(other.line());
        }

        /** Returns the entry as the file shows it, without the day. */
        public String line() {
            return practice + BaselineCodec.SEPARATOR + subject + BaselineCodec.SEPARATOR + finding;
        }
    }

    /** Returns this without some entries. */
    public Baseline without(Collection<Entry> removed) {
        SortedMap<Entry, LocalDate> others = new TreeMap<>(entries);
        others.keySet().removeAll(removed);
        return new Baseline(others);
    }

    /** Returns the day since when an entry is known; empty if it is not. */
    public Optional<LocalDate> since(Entry entry) {
        return Optional.ofNullable(entries.get(entry));
    }
}
