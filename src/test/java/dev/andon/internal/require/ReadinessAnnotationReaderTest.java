package dev.andon.internal.require;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.AnnotationFacts.EnumName;
import dev.andon.internal.bytecode.AnnotationFacts.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadinessAnnotationReaderTest {
    private static AnnotationFacts facts(String type, Object... values) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return new AnnotationFacts("dev.andon." + type, map);
    }

    private static ReadinessDeclaration read(AnnotationFacts... annotations) {
        List<AnnotationFacts> all = new ArrayList<>(List.of(facts("OperationalReadiness")));
        all.addAll(Arrays.asList(annotations));
        return ReadinessAnnotationReader.read("com.acme.shop.ShopReadinessTest", all);
    }

    private static AnnotationFacts waive(String practice, String reason, String owner, String until) {
        return facts("Waive", "practice", practice, "reason", reason, "owner", owner, "until", until);
    }

    private static EnumName kind(TestKind kind) {
        return new EnumName(TestKind.class.getName(), kind.name());
    }

    @Test
    void the_package_of_the_annotated_class_is_the_default() {
        assertThat(read().packages()).containsExactly("com.acme.shop");
    }

    @Test
    void packages_are_named_by_text_or_by_a_class_of_theirs() {
        ReadinessDeclaration declaration = ReadinessAnnotationReader.read(
                "com.acme.T",
                List.of(facts(
                        "OperationalReadiness",
                        "packages",
                        List.of("com.a"),
                        "packagesOf",
                        List.of(new TypeName("com.b.App")))));

        assertThat(declaration.packages()).containsExactly("com.a", "com.b");
    }

    @Test
    void with_no_requirement_the_level_integrated_applies() {
        assertThat(read().requirements().practices())
                .containsExactlyInAnyOrder(
                        Practice.UNIT_TESTS, Practice.TESTS_ASSERT, Practice.TESTS_ENABLED, Practice.INTEGRATION_TESTS);
    }

    @Test
    void with_a_requirement_exactly_that_applies() {
        assertThat(read(facts("RequireTests", "kind", kind(TestKind.END_TO_END)))
                        .requirements()
                        .practices())
                .containsExactly(Practice.END_TO_END_TESTS);
    }

    @Test
    void repeated_annotations_are_unfolded() {
        AnnotationFacts list = facts(
                "RequireTests$List",
                "value",
                List.of(
                        facts("RequireTests", "kind", kind(TestKind.UNIT)),
                        facts("RequireTests", "kind", kind(TestKind.INTEGRATION))));

        assertThat(read(list).requirements().practices())
                .containsExactlyInAnyOrder(Practice.UNIT_TESTS, Practice.INTEGRATION_TESTS);
    }

    @Test
    void canaries_bring_all_their_practices() {
        assertThat(read(facts("RequireCanaries")).requirements().practices())
                .contains(Practice.CANARIES, Practice.CANARIES_FEW, Practice.CANARY_DETECTS_FAILURE)
                .doesNotContain(Practice.UNIT_TESTS);
    }

    @Test
    void misuse_names_annotation_attribute_and_fix() {
        misuse(
                "@Waive(until = 2027-13-01) on com.acme.shop.ShopReadinessTest: not a date",
                waive("unit-tests", "r", "o", "2027-13-01"));
        misuse("@Waive(until = next year)", waive("unit-tests", "r", "o", "next year"));
        misuse("did you mean \"unit-tests\"?", waive("unit-test", "r", "o", "2027-01-01"));
        misuse("@Waive(reason = ) on", waive("unit-tests", "", "o", "2027-01-01"));
        misuse("@Waive(owner =  ) on", waive("unit-tests", "r", " ", "2027-01-01"));
        misuse("@RequireTests(kind = CANARY)", facts("RequireTests", "kind", kind(TestKind.CANARY)));
        misuse("@RequireCoverage(line = 80.0)", facts("RequireCoverage", "line", 80.0));
        misuse("@RequireCoverage(branch = NaN)", facts("RequireCoverage", "branch", Double.NaN));
        misuse("no threshold given", facts("RequireCoverage"));
        misuse("@KeyOperation(name = ) on", facts("KeyOperation", "name", ""));
        misuse(
                "@KeyOperation(name = Place an  order) on com.acme.shop.ShopReadinessTest: named twice",
                facts(
                        "KeyOperation$List",
                        "value",
                        List.of(
                                facts("KeyOperation", "name", "place an order"),
                                facts("KeyOperation", "name", "Place an  order"))));
        misuse("@RequireChangedLines(line = 2.0)", facts("RequireChangedLines", "line", 2.0));
        misuse("@RequireCanaries(max = -1.0)", facts("RequireCanaries", "max", -1));
    }

    private static void misuse(String words, AnnotationFacts annotation) {
        assertThatThrownBy(() -> read(annotation))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_class_without_the_annotation_is_told_to_add_it() {
        assertThatThrownBy(() -> ReadinessAnnotationReader.read("com.acme.T", List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("add @OperationalReadiness");
    }
}
