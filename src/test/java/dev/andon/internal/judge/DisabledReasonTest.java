package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisabledReasonTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHOP-1: flaky since 2026-01-10",
                "#77, seen first on 2025-05-05",
                "SHOP-1 until 2026-12-01, flaky since 2026-01-10",
                "bug #2",
                "see #12: step 3 is slow",
                "SHOP-9: fails with UTF-8 names",
                "gh-77",
                "GH-77: slow",
                "acme/shop#77",
                "AB#1234 is open"
            })
    void a_date_beside_a_ticket_binds_only_where_it_says_until_when(String reason) {
        assertThat(DisabledReason.fault("it", reason, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHOP-1 until 2026-01-10",
                "SHOP-1, to be fixed by 2026-01-10",
                "SHOP-1: Until 2026-01-10",
                "flaky since 2026-01-10"
            })
    void where_it_does_or_stands_alone_it_must_not_be_past(String reason) {
        assertThat(DisabledReason.fault("it", reason, TODAY))
                .hasValue(TestsEnabledCheck.PAST_DATE.with("test", "it", "date", LocalDate.of(2026, 1, 10)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fails with UTF-8 names",
                "needs SHA-256",
                "ISO-8859-1 is broken",
                "TLS-1 is off",
                "HTTP-404 is returned",
                "JAVA-17 only",
                "CVE-2021 is fixed elsewhere",
                "step #2 is slow",
                "Case #14 fails",
                "see scenario #3"
            })
    void a_standard_or_a_step_is_no_ticket(String reason) {
        assertThat(DisabledReason.fault("it", reason, TODAY))
                .hasValue(TestsEnabledCheck.NO_TICKET.with("test", "it", "reason", reason));
    }
}
