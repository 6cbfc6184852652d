package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryTarget;
import dev.andon.canary.Fault;
import dev.andon.canary.WaiveFault;
import dev.andon.internal.canary.launch.CanaryLauncher;
import dev.andon.internal.canary.spec.RunOverrides;
import dev.andon.internal.canary.tls.ProofAuthority;
import dev.andon.internal.canary.tls.TrustFiles;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.formats.ProofReportCodec;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proof is configured with, what it shows of that, and by what its requests are named. */
class ProofSettingsTest {
    @TempDir
    Path folder;

    private static ProofReport report(String said) {
        return new ProofReport(
                "com.acme.TrueCanary",
                "true",
                "buy",
                "GET /true",
                Instant.EPOCH,
                CanaryOutcome.SUCCESS,
                said,
                true,
                List.of("GET /" + said),
                List.of(said),
                List.of(),
                said,
                "",
                "",
                List.of(new FaultResult(Fault.RESET, FaultVerdict.DETECTED, "GET /" + said, said)));
    }

    @Test
    void a_credential_that_is_a_common_word_harms_no_report() {
        ProofCredentials credentials = new ProofCredentials(
                CanaryLauncher.configuration(Map.of("andon.canary.credential.flag", "true")),
                Map.of("ANDON_CANARY_CREDENTIAL_VERDICT", "detected"));

        ProofReport masked = credentials.masked(report("was true"));
        assertThat(ProofReportCodec.decode(ProofReportCodec.encode(masked), "report"))
                .isEqualTo(report("was ***"));
    }

    @Test
    void the_content_of_a_credential_s_file_is_masked_in_each_encoding() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "s3cr3t/pass+word\n");
        Path other = Files.writeString(folder.resolve("other"), "0ther-s3cret");
        ProofCredentials credentials = new ProofCredentials(
                CanaryLauncher.configuration(Map.of("andon.canary.credential.key.file", key.toString())),
                Map.of("ANDON_CANARY_CREDENTIAL_OTHER_FILE", other.toString()));

        assertThat(credentials.masked("s3cr3t/pass+word s3cr3t%2Fpass%2Bword 0ther-s3cret"))
                .isEqualTo("*** *** ***");
        assertThat(credentials.masked(key.toString())).isEqualTo(key.toString());
    }

    @Test
    void only_a_proof_of_this_process_makes_its_authority_trusted() throws Exception {
        String pem = ProofAuthority.create().pem();

        assertThat(TrustFiles.context(
                        key -> key.equals(TrustFiles.PROOF_AUTHORITY) ? Optional.of(pem) : Optional.empty()))
                .isEmpty();
        assertThat(RunOverrides.with(
                        Map.of(TrustFiles.PROOF_AUTHORITY, pem), () -> TrustFiles.context(key -> Optional.empty())))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {TrustFiles.CA_FILE, TrustFiles.CLIENT_CERTIFICATE})
    void an_empty_setting_is_not_set(String key) throws IOException {
        try (LittleService service = tea()) {
            CanaryProver prover =
                    new CanaryProver(ArtefactCode.of(MaskedPathCanary.class), service.uri(), Map.of(key, " "));
            assertThat(prover.controlRuns().result().reason()).isEmpty();
        }
    }

    @Test
    void the_proxy_of_a_proof_reads_the_file_of_parameters_that_the_canary_reads() throws IOException {
        Path file = Files.writeString(folder.resolve("parameters"), "andon.canary.ca-file = of-the-file.pem\n");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new ClassLoader(before) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.equals("junit-platform.properties")
                        ? Collections.enumeration(List.of(file.toUri().toURL()))
                        : super.getResources(name);
            }
        });
        try {
            assertThat(CanaryLauncher.configuration(Map.of()).get(TrustFiles.CA_FILE))
                    .contains("of-the-file.pem");
            assertThat(CanaryLauncher.configuration(Map.of(TrustFiles.CA_FILE, "given.pem"))
                            .get(TrustFiles.CA_FILE))
                    .contains("given.pem");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static LittleService tea() throws IOException {
        return new LittleService((exchange, body) -> LittleService.json(exchange, 200, "{\"sold\": \"tea\"}"));
    }

    private static void waived(Class<?> canary, URI service) throws IOException {
        CanaryProver prover = new CanaryProver(
                ArtefactCode.of(canary), service, Map.of("andon.canary.credential.account", "acc0unt-of-ann"));
        assertThat(prover.controlRuns().result().reason()).isEmpty();
        assertThat(prover.problems()).isEmpty();
        assertThat(prover.inject(Fault.STATUS_429))
                .extracting(FaultResult::verdict)
                .containsExactly(FaultVerdict.WAIVED);
    }

    @Test
    void a_waiver_names_a_request_as_it_is_shown_and_as_it_was_sent() throws IOException {
        try (LittleService service = tea()) {
            waived(MaskedPathCanary.class, service.uri());
            waived(SentPathCanary.class, service.uri());
            waived(CredentialInPathCanary.class, service.uri());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "CERTIFICATE_EXPIRES", "CERTIFICATE_HOST", "CERTIFICATE_UNTRUSTED"})
    void the_fix_for_a_connection_is_not_to_check_a_response(Fault fault) {
        FaultResult survived = new FaultResult(fault, FaultVerdict.SURVIVED, RecordedRequest.WITHOUT_REQUEST, "");

        assertThat(ProofVerdict.fix(survived)).contains("let it ").doesNotContain("response");
    }

    private static void buy(CanaryClient client, String path) {
        assertEquals("tea", client.get(path).expectStatus(200).json().text("/sold"));
    }

    @Canary(operation = "buy tea", timeout = "20s")
    @WaiveFault(value = Fault.STATUS_429, request = "GET /token/***", reason = "the shop limits nobody")
    static class MaskedPathCanary {
        @Test
        void test(CanaryClient client) {
            buy(client, "/token/abc");
        }
    }

    @Canary(operation = "buy tea", timeout = "20s")
    @WaiveFault(value = Fault.STATUS_429, request = "GET /token/abc", reason = "the shop limits nobody")
    static class SentPathCanary {
        @Test
        void test(CanaryClient client) {
            buy(client, "/token/abc");
        }
    }

    @Canary(operation = "buy tea", timeout = "20s")
    @WaiveFault(value = Fault.STATUS_429, request = "GET /sold/***", reason = "the shop limits nobody")
    static class CredentialInPathCanary {
        @Test
        void test(CanaryTarget target, CanaryClient client) {
            buy(client, "/sold/" + target.credential("account"));
        }
    }
}
