package dev.andon.internal.prove.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.prove.agent.ChangedResults.Way;
import dev.andon.testing.Compiled;
import dev.andon.testing.RealLibraries;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that the library of Protocol Buffers brings itself, made in a class loader that has it. */
class ChangedMessagesTest {

    private static final String MESSAGES = """
            package shop;
            import com.google.protobuf.*;
            import java.util.function.Supplier;
            public enum Messages implements Supplier<Object> {
                WITH_ZERO { public Object get() { return Int64Value.of(0); } },
                WITH_BYTES { public Object get() { return BytesValue.of(ByteString.copyFromUtf8("ab")); } },
                EMPTY { public Object get() { return Empty.getDefaultInstance(); } },
                ANY { public Object get() { return Any.pack(Int64Value.of(1)); } },
                ONE_OF { public Object get() { return Value.newBuilder().setStringValue("a").build(); } },
                MAP { public Object get() { return Struct.newBuilder().putFields("k", Value.newBuilder().setBoolValue(true).build()).build(); } },
                DEEP {
                    public Object get() {
                        return Type.newBuilder()
                            .setName("Order")
                            .addOneofs("first").addOneofs("second")
                            .addFields(Field.newBuilder().setNumber(7).setKind(Field.Kind.TYPE_BOOL))
                            .setSyntax(Syntax.SYNTAX_PROTO3)
                            .build();
                    }
                };
            }
            """;

    @TempDir
    static Path classes;

    private static URLClassLoader loader;

    @BeforeAll
    static void compile() throws IOException {
        RealLibraries.on(Compiled.into(classes).source(MESSAGES)).compile();
        loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, RealLibraries.loader());
    }

    private static Object message(String name) throws ReflectiveOperationException {
        return ((Supplier<?>) loader.loadClass("shop.Messages").getField(name).get(null)).get();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WITH_ZERO | value + 1 | value: 1",
                "WITH_BYTES | value changed | value: \"abab\"",
                "ONE_OF | string_value changed | string_value: \"a (changed)\"",
                "MAP | fields.value.bool_value turned | fields { key: \"k\" value { bool_value: false } }"
            })
    void each_field_that_is_there_gets_another_value(String name, String changes, String text)
            throws ReflectiveOperationException {
        Object message = message(name);

        ChangedResults.Changed changed = ChangedResults.of(message, Way.VALUES);

        assertThat(changed).isNotNull();
        assertThat(String.join(", ", changed.changes())).isEqualTo(changes);
        assertThat(changed.value()).hasSameClassAs(message);
        assertThat(changed.value().toString().replaceAll("\\s+", " ").strip()).isEqualTo(text);
        assertThat(message).isEqualTo(message(name));
    }

    @Test
    void messages_in_messages_constants_and_elements_are_changed_too() throws ReflectiveOperationException {
        ChangedResults.Changed values = ChangedResults.of(message("DEEP"), Way.VALUES);
        ChangedResults.Changed elements = ChangedResults.of(message("DEEP"), Way.ELEMENTS);

        assertThat(values).isNotNull();
        assertThat(values.changes())
                .contains(
                        "name changed", "fields.kind changed", "fields.number + 1", "oneofs changed", "syntax changed");
        assertThat(values.value().toString())
                .contains("name: \"Order (changed)\"", "number: 8", "\"second (changed)\"");
        assertThat(elements).isNotNull();
        assertThat(elements.changes()).containsExactly("fields less one element", "oneofs less one element");
        assertThat(elements.value().toString()).contains("oneofs: \"second\"").doesNotContain("first", "number: 7");
    }

    @ParameterizedTest
    @CsvSource({"EMPTY", "ANY"})
    void what_has_no_values_of_its_own_is_left_as_it_is(String name) throws ReflectiveOperationException {
        for (Way way : List.of(Way.VALUES, Way.ELEMENTS)) {
            assertThat(ChangedResults.of(message(name), way)).isNull();
        }
    }
}
