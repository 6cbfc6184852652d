package dev.andon;

import org.apiguardian.api.API;

/**
 * The ids of the practices, for {@link RequirePractice}, {@link Waive} and {@link ExemptPractice}. The ids are stable.
 *
 * <pre>{@code
 * @Waive(practices = Practices.CANARIES, reason = "in progress", owner = "shop-team", until = "2027-03-31")
 * }</pre>
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Practices {

    /** The service has unit tests that ran, assert and passed. */
    public static final String UNIT_TESTS = "unit-tests";

    /** Every enabled test reaches an assertion. */
    public static final String TESTS_ASSERT = "tests-assert";

    /** A disabled test gives a reason and a ticket or a date that is not past. */
    public static final String TESTS_ENABLED = "tests-enabled";

    /** Every enabled test has a timeout. */
    public static final String TIMEOUTS_SET = "timeouts-set";

    /** Some execution of the build runs every test class. */
    public static final String TESTS_RUN = "tests-run";

    /** Tests cover the shares that {@link RequireCoverage} requires. */
    public static final String COVERAGE = "coverage";

    /** The service has integration tests with evidence. */
    public static final String INTEGRATION_TESTS = "integration-tests";

    /** Tests cover the lines that changed, and a new service comes with its tests. */
    public static final String CHANGED_LINES = "changed-lines";

    /** There are more tests of the cheaper kinds. */
    public static final String PYRAMID = "pyramid";

    /** The tests turn red when faults are injected into the service. */
    public static final String TESTS_DETECT_FAILURE = "tests-detect-failure";

    /** Every key operation has an end-to-end test. */
    public static final String END_TO_END_TESTS = "end-to-end-tests";

    /** Every key operation has a canary. */
    public static final String CANARIES = "canaries";

    /** The canary uses no class of the system under test. */
    public static final String CANARY_INDEPENDENT = "canary-independent";

    /** The canary verifies an outcome. */
    public static final String CANARY_ASSERTS = "canary-asserts";

    /** The canary performs one operation in one small test. */
    public static final String CANARY_SINGLE_OPERATION = "canary-single-operation";

    /** The canary has an interval and a shorter timeout. */
    public static final String CANARY_BOUNDED = "canary-bounded";

    /** The canary identifies itself in its requests. */
    public static final String CANARY_IDENTIFIED = "canary-identified";

    /** The canary detects the faults that are injected into the responses. */
    public static final String CANARY_DETECTS_FAILURE = "canary-detects-failure";

    /** There are few canaries, with few runs. */
    public static final String CANARIES_FEW = "canaries-few";

    /** The canary names an owner, a runbook, and a tolerance that alerts in an outage and not for one failed run. */
    public static final String CANARY_ALERTS = "canary-alerts";

    /** The canary's record states the outage that its proof injected. */
    public static final String CANARY_OUTAGES_STATED = "canary-outages-stated";

    private Practices() {}
}
