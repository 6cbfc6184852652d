package dev.andon.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanaryRecordCodecTest {

    private static CanaryRecord canary(String name, @Nullable List<CanaryRecord.ClassUse> uses) {
        return new CanaryRecord(
                new CanaryDeclaration(
                        "com.acme." + name,
                        "place",
                        "place an order",
                        "POST /orders",
                        "1m",
                        "10s",
                        "3s",
                        "shop-team",
                        "runbooks/place.md",
                        "3/5",
                        0),
                List.of(
                        new CanaryRecord.JudgedPractice("canary-asserts", Verdict.MET, "checks \"id\""),
                        new CanaryRecord.JudgedPractice("canary-bounded", Verdict.NOT_APPLICABLE, "")),
                uses,
                Map.of("com.acme." + name, "1f"));
    }

    @Test
    void decodes_what_it_encodes() {
        List<CanaryRecord> canaries = List.of(
                canary("PlaceCanary", List.of(new CanaryRecord.ClassUse("com.lib.Till", "com.acme.A", "A.java", 12))),
                canary("BrowseCanary", List.of()),
                canary("OldCanary", null));

        assertThat(CanaryRecordCodec.decode(CanaryRecordCodec.encode(canaries), "canaries.json"))
                .isEqualTo(canaries);
    }

    @Test
    void no_canary_is_an_empty_list() {
        assertThat(CanaryRecordCodec.decode(CanaryRecordCodec.encode(List.of()), "canaries.json"))
                .isEmpty();
    }
}
