package dev.andon.internal.require;

import static dev.andon.internal.require.ReadinessAnnotationReaderTest.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.AnnotationFacts.TypeName;
import dev.andon.internal.judge.PracticeChecks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaiverReaderTest {

    private static Requirements read(AnnotationFacts annotation) {
        return ReadinessAnnotationReader.read(
                        "com.acme.shop.ShopReadinessTest",
                        List.of(facts("OperationalReadiness"), annotation),
                        PracticeChecks.CATALOGUE)
                .requirements();
    }

    private static AnnotationFacts with(AnnotationFacts annotation, String attribute, Object value) {
        Map<String, Object> values = new HashMap<>(annotation.values());
        values.put(attribute, value);
        return new AnnotationFacts(annotation.type(), values);
    }

    private static AnnotationFacts waive(String practice, String reason, String owner, String until) {
        return facts("Waive", "practices", practice, "reason", reason, "owner", owner, "until", until);
    }

    private static AnnotationFacts waive() {
        return waive("unit-tests", "r", "o", "2027-01-01");
    }

    private static AnnotationFacts exempt() {
        return facts("ExemptPractice", "practices", "unit-tests", "reason", "r", "owner", "o", "packages", "com.acme");
    }

    private static void misuse(String text, AnnotationFacts annotation) {
        assertThatThrownBy(() -> read(annotation))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(text)
                .hasMessageContaining(" on com.acme.shop.ShopReadinessTest: ");
    }

    @Test
    void a_waiver_of_several_practices_and_services_becomes_one_for_each_pair() {
        AnnotationFacts several = with(
                with(
                        with(waive(), "practices", List.of("unit-tests", "integration-tests")),
                        "services",
                        List.of(new TypeName("com.acme.Till"))),
                "serviceNames",
                List.of("POST /orders"));

        assertThat(read(several).waivers())
                .extracting(Requirements.Waiver::practice, Requirements.Waiver::service)
                .containsExactly(
                        tuple(PracticeChecks.CATALOGUE.get("unit-tests"), "com.acme.Till"),
                        tuple(PracticeChecks.CATALOGUE.get("unit-tests"), "POST /orders"),
                        tuple(PracticeChecks.CATALOGUE.get("integration-tests"), "com.acme.Till"),
                        tuple(PracticeChecks.CATALOGUE.get("integration-tests"), "POST /orders"));
    }

    @Test
    void faults_are_those_of_the_proof_of_tests_alone() {
        AnnotationFacts ofProof = waive("tests-detect-failure", "r", "o", "2027-01-01");

        List<String> faults = List.of(
                "OrderController.read:throws",
                "com.acme.Till.open",
                "Routes[GET /orders/{id}]:throws",
                "Routes[* /x.y]");
        assertThat(read(with(ofProof, "faults", faults)).waivers())
                .extracting(Requirements.Waiver::service, Requirements.Waiver::faults)
                .containsExactly(tuple("", faults));
        misuse("write a class and a method", with(ofProof, "faults", List.of("Routes[GET /orders]:breaks")));
        misuse("only tests-detect-failure is about faults", with(waive(), "faults", List.of("A.b")));
        misuse("write a class and a method", with(ofProof, "faults", List.of("read:throws")));
        misuse("write a class and a method", with(ofProof, "faults", List.of("OrderController.read:breaks")));
        misuse(
                "tests are given too",
                with(with(ofProof, "faults", List.of("A.b")), "tests", List.of(new TypeName("com.acme.ATest"))));
    }

    @Test
    void a_waiver_without_services_is_for_the_code_base_and_one_with_tests_for_those() {
        assertThat(read(waive()).waivers())
                .extracting(Requirements.Waiver::service, Requirements.Waiver::tests)
                .containsExactly(tuple("", List.of()));
        assertThat(read(with(waive(), "tests", List.of(new TypeName("com.acme.ATest"))))
                        .waivers())
                .extracting(Requirements.Waiver::service, Requirements.Waiver::tests)
                .containsExactly(tuple("", List.of("com.acme.ATest")));
    }

    @Test
    void misuse_of_a_waiver_names_attribute_and_fix() {
        misuse("@Waive(until = 2027-13-01)", waive("unit-tests", "r", "o", "2027-13-01"));
        misuse("not a date", waive("unit-tests", "r", "o", "next year"));
        misuse("@Waive(practices = unit-test)", waive("unit-test", "r", "o", "2027-01-01"));
        misuse("did you mean \"unit-tests\"?", waive("unit-test", "r", "o", "2027-01-01"));
        misuse("@Waive(practices = )", with(waive(), "practices", List.of()));
        misuse("@Waive(reason = )", waive("unit-tests", "", "o", "2027-01-01"));
        misuse("@Waive(owner =  )", waive("unit-tests", "r", " ", "2027-01-01"));
        misuse("@Waive(serviceNames = )", with(waive(), "serviceNames", List.of(" ")));
        misuse(
                "@Waive(tests = [com.acme.ATest])",
                with(with(waive(), "services", new TypeName("A")), "tests", new TypeName("com.acme.ATest")));
    }

    @Test
    void an_exemption_becomes_one_for_each_practice_and_each_service_or_package() {
        AnnotationFacts several = with(
                with(exempt(), "practices", List.of("unit-tests", "integration-tests")),
                "services",
                new TypeName("com.acme.Till"));

        assertThat(read(several).exemptions())
                .extracting(
                        Requirements.Exemption::practice,
                        Requirements.Exemption::service,
                        Requirements.Exemption::inPackage)
                .containsExactly(
                        tuple(PracticeChecks.CATALOGUE.get("unit-tests"), "com.acme.Till", ""),
                        tuple(PracticeChecks.CATALOGUE.get("unit-tests"), "", "com.acme"),
                        tuple(PracticeChecks.CATALOGUE.get("integration-tests"), "com.acme.Till", ""),
                        tuple(PracticeChecks.CATALOGUE.get("integration-tests"), "", "com.acme"));
    }

    @Test
    void misuse_of_an_exemption_names_attribute_and_fix() {
        misuse("@ExemptPractice(practices = unit-test)", with(exempt(), "practices", "unit-test"));
        misuse("@ExemptPractice(practices = pyramid)", with(exempt(), "practices", "pyramid"));
        misuse("@ExemptPractice(reason = )", with(exempt(), "reason", ""));
        misuse("@ExemptPractice(owner = )", with(exempt(), "owner", ""));
        misuse("@ExemptPractice(services = )", with(exempt(), "packages", List.of()));
        misuse("@ExemptPractice(packages = )", with(exempt(), "packages", ""));
    }
}
