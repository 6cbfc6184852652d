package dev.andon.internal.prove.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmptyValuesTest {

    /** A collection of a library, as Kotlin's {@code emptyList()} is one. */
    private static final class OwnList extends AbstractList<String> {
        private final List<String> held;

        OwnList(String... held) {
            this.held = List.of(held);
        }

        @Override
        public String get(int index) {
            return held.get(index);
        }

        @Override
        public int size() {
            return held.size();
        }
    }

    /** One that is filled when it is read, and fails here. */
    private static final class LazyList extends AbstractList<String> {
        @Override
        public String get(int index) {
            throw new IllegalStateException("no session");
        }

        @Override
        public int size() {
            throw new IllegalStateException("no session");
        }
    }

    /** One that is no {@code Collection}, as Vavr's are. */
    public static final class OwnIterable implements Iterable<String> {
        private final boolean empty;

        OwnIterable(boolean empty) {
            this.empty = empty;
        }

        public boolean isEmpty() {
            return empty;
        }

        @Override
        public Iterator<String> iterator() {
            throw new IllegalStateException("it can be read only once");
        }
    }

    @Test
    void collections_of_libraries_are_empty_where_they_say_so() {
        assertThat(EmptyValues.isEmpty(new OwnList())).isTrue();
        assertThat(EmptyValues.isEmpty(new OwnList("a"))).isFalse();
        assertThat(EmptyValues.isEmpty(new OwnIterable(true))).isTrue();
        assertThat(EmptyValues.isEmpty(new OwnIterable(false))).isFalse();
        assertThat(EmptyValues.isEmpty(new LazyList())).isFalse();
    }

    @Test
    void values_of_the_jdk_are_empty_where_they_hold_nothing() {
        assertThat(List.of(0, 0L, 0.0, false, List.of(), Optional.empty(), new int[0]))
                .allMatch(EmptyValues::isEmpty);
        assertThat(List.of(1, true, List.of(1), Optional.of(1), new int[1], "", java.math.BigDecimal.ZERO))
                .noneMatch(EmptyValues::isEmpty);
    }
}
