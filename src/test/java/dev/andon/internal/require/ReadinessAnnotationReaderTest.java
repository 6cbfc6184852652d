package dev.andon.internal.require;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.Evidence;
import dev.andon.TestKind;
import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.AnnotationFacts.EnumName;
import dev.andon.internal.bytecode.AnnotationFacts.TypeName;
import dev.andon.internal.judge.PracticeChecks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadinessAnnotationReaderTest {
    private static final AnnotationFacts NO_LEVEL =
            facts("OperationalReadiness", "level", new EnumName("dev.andon.Level", "NONE"));

    static AnnotationFacts facts(String type, Object... values) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return new AnnotationFacts("dev.andon." + type, map);
    }

    private static Practice practice(String id) {
        return PracticeChecks.CATALOGUE.get(id);
    }

    static Stream<Practice> withoutValues() {
        return PracticeChecks.CATALOGUE.practices().stream()
                .filter(practice -> practice.annotation().isEmpty());
    }

    private static ReadinessDeclaration read(AnnotationFacts... annotations) {
        List<AnnotationFacts> all = new ArrayList<>(Arrays.asList(annotations));
        if (!all.contains(NO_LEVEL)) {
            all.add(facts("OperationalReadiness"));
        }
        return ReadinessAnnotationReader.read("com.acme.shop.ShopReadinessTest", all, PracticeChecks.CATALOGUE);
    }

    private static EnumName evidence(Evidence evidence) {
        return new EnumName(Evidence.class.getName(), evidence.name());
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
                        List.of(new TypeName("com.b.App")))),
                PracticeChecks.CATALOGUE);

        assertThat(declaration.packages()).containsExactly("com.a", "com.b");
    }

    private static Set<Practice> practices(AnnotationFacts... annotations) {
        return read(annotations).requirements().practices();
    }

    @Test
    void without_annotations_the_level_integrated_applies() {
        assertThat(practices())
                .containsExactlyInAnyOrder(
                        practice("unit-tests"),
                        practice("tests-assert"),
                        practice("tests-enabled"),
                        practice("tests-run"),
                        practice("integration-tests"));
    }

    @Test
    void a_requirement_adds_to_the_level() {
        assertThat(practices(facts("RequireTests", "kind", kind(TestKind.END_TO_END))))
                .containsExactlyInAnyOrder(
                        practice("unit-tests"),
                        practice("tests-assert"),
                        practice("tests-enabled"),
                        practice("tests-run"),
                        practice("integration-tests"),
                        practice("end-to-end-tests"));
    }

    @Test
    void with_the_level_none_exactly_the_named_practices_apply() {
        assertThat(practices(NO_LEVEL, facts("RequireTests", "kind", kind(TestKind.END_TO_END))))
                .containsExactly(practice("end-to-end-tests"));
        misuse("@OperationalReadiness(level = NONE) on com.acme.shop.ShopReadinessTest: no practice", NO_LEVEL);
    }

    @Test
    void repeated_annotations_are_unfolded() {
        AnnotationFacts list = facts(
                "RequireTests$List",
                "value",
                List.of(
                        facts("RequireTests", "kind", kind(TestKind.UNIT)),
                        facts("RequireTests", "kind", kind(TestKind.INTEGRATION))));

        assertThat(practices(NO_LEVEL, list))
                .containsExactlyInAnyOrder(practice("unit-tests"), practice("integration-tests"));
    }

    @Test
    void canaries_bring_all_their_practices() {
        assertThat(practices(NO_LEVEL, facts("RequireCanaries")))
                .contains(practice("canaries"), practice("canaries-few"), practice("canary-detects-failure"))
                .doesNotContain(practice("unit-tests"));
    }

    @Test
    void of_two_requirements_on_canaries_both_hold() {
        assertThat(read(
                                facts("RequireCanaries", "max", 3, "records", List.of("a.json")),
                                facts("RequireCanaries", "records", List.of("b.json")))
                        .requirements()
                        .canaries())
                .hasValue(new Requirements.CanaryBudget(3, 250_000, List.of("a.json", "b.json")));
    }

    @ParameterizedTest
    @MethodSource("withoutValues")
    void each_practice_is_required_by_its_id(Practice practice) {
        assertThat(practices(NO_LEVEL, facts("RequirePractice", "value", practice.id())))
                .containsExactly(practice);
    }

    @Test
    void a_practice_that_needs_values_is_refused_with_the_annotation_that_has_them() {
        misuse(
                "@RequirePractice(value = coverage) on com.acme.shop.ShopReadinessTest: this practice needs values: "
                        + "require it by @RequireCoverage",
                facts("RequirePractice", "value", "coverage"));
        misuse("did you mean \"pyramid\"?", facts("RequirePractice", "value", "pyramids"));
    }

    @Test
    void changed_lines_that_are_required_by_their_id_are_compared_as_by_default() {
        assertThat(read(facts("RequirePractice", "value", "changed-lines"))
                        .requirements()
                        .changedLines())
                .contains(new Requirements.ChangedLinesRequirement(1, ""));
        assertThat(read(facts("RequirePractice", "value", "changed-lines"), facts("RequireChangedLines", "line", 0.5))
                        .requirements()
                        .changedLines())
                .contains(new Requirements.ChangedLinesRequirement(0.5, ""));
    }

    @Test
    void the_default_constants_of_kind_and_evidence_set_nothing() {
        Requirements requirements = read(
                        facts("RequireCoverage", "line", 0.8, "kind", kind(TestKind.ANY)),
                        facts("RequireCoverage", "line", 0.4, "kind", kind(TestKind.INTEGRATION)),
                        facts("RequireTests", "kind", kind(TestKind.UNIT), "evidence", evidence(Evidence.STRONGEST)),
                        facts(
                                "RequireTests",
                                "kind",
                                kind(TestKind.INTEGRATION),
                                "evidence",
                                evidence(Evidence.LINKED)))
                .requirements();

        assertThat(requirements.coverage())
                .extracting(CoverageRequirement::by)
                .containsExactly(null, TestKind.INTEGRATION);
        assertThat(requirements.evidence()).containsOnly(Map.entry(TestKind.INTEGRATION, Evidence.LINKED));
    }

    @Test
    void misuse_names_annotation_attribute_and_fix() {
        misuse("@RequireTests(kind = CANARY)", facts("RequireTests", "kind", kind(TestKind.CANARY)));
        misuse("@RequireTests(kind = ANY)", facts("RequireTests", "kind", kind(TestKind.ANY)));
        misuse(
                "@RequireTests(evidence = NONE)",
                facts("RequireTests", "kind", kind(TestKind.UNIT), "evidence", evidence(Evidence.NONE)));
        misuse("@RequireCoverage(line = 80.0)", facts("RequireCoverage", "line", 80.0));
        misuse("@RequireCoverage(branch = NaN)", facts("RequireCoverage", "branch", Double.NaN));
        misuse("no threshold given", facts("RequireCoverage"));
        misuse("@KeyOperation(name = ) on", facts("KeyOperation", "name", ""));
        misuse("@KeyOperation(route = /up) on", facts("KeyOperation", "name", "health", "route", "/up"));
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
        assertThatThrownBy(() -> ReadinessAnnotationReader.read("com.acme.T", List.of(), PracticeChecks.CATALOGUE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("add @OperationalReadiness");
    }
}
