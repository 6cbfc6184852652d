package dev.andon.archunit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import dev.andon.TestKind;
import dev.andon.internal.judge.CanaryAlertsCheck;
import dev.andon.internal.judge.CanaryAssertsCheck;
import dev.andon.internal.judge.CanaryBoundedCheck;
import dev.andon.internal.judge.CanaryIndependentCheck;
import dev.andon.internal.judge.CanarySingleOperationCheck;
import org.apiguardian.api.API;

/**
 * Every practice that needs no running test, as a rule. A rule judges all imported classes, tests included, with the same
 * code as a readiness class, but it does not know which tests ran. A rule that finds nothing to check among the imported
 * classes (no test, no service, no canary) fails with an {@code AssertionError}.
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "com.acme.shop")
 * class ShopRules {
 *     @ArchTest
 *     static final ArchRule tests_assert = OperationalRules.TESTS_ASSERT;
 * }
 * }</pre>
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OperationalRules {

    /** The practice {@code tests-assert}. */
    public static final ArchRule TESTS_ASSERT = classes()
            .should(new TestsShouldAssert())
            .as("tests should reach an assertion or a verification")
            .allowEmptyShould(false);

    /** The practice {@code tests-enabled}. */
    public static final ArchRule TESTS_ARE_ENABLED = classes()
            .should(new TestsShouldBeEnabled())
            .as("disabled tests should give a reason and a ticket or a date that is not past")
            .allowEmptyShould(false);

    /** The practice {@code unit-tests}, by the evidence LINKED. */
    public static final ArchRule SERVICES_HAVE_UNIT_TESTS = classes()
            .should(new ServicesShouldBeTested(TestKind.UNIT))
            .as("services should be reached by unit tests")
            .allowEmptyShould(false);

    /** The practice {@code integration-tests}, by the evidence LINKED. */
    public static final ArchRule SERVICES_HAVE_INTEGRATION_TESTS = classes()
            .should(new ServicesShouldBeTested(TestKind.INTEGRATION))
            .as("services should be reached by integration tests")
            .allowEmptyShould(false);

    /**
     * The practice {@code canary-independent}. The system under test consists of the production classes of every module that
     * contains services, and of those classes of other modules, except the canary's own, that do more than hold data.
     * Import the canaries together with the services: the rule sees only imported classes.
     */
    public static final ArchRule CANARIES_ARE_INDEPENDENT = classes()
            .should(new CanariesShould(new CanaryIndependentCheck(), "reach no class of the system under test"))
            .as("canaries should reach no class of the system under test")
            .allowEmptyShould(false);

    /** The practice {@code canary-asserts}. */
    public static final ArchRule CANARIES_ASSERT = classes()
            .should(new CanariesShould(new CanaryAssertsCheck(), "verify an outcome"))
            .as("canaries should verify an outcome")
            .allowEmptyShould(false);

    /** The practice {@code canary-single-operation}. */
    public static final ArchRule CANARIES_DO_ONE_OPERATION = classes()
            .should(new CanariesShould(new CanarySingleOperationCheck(), "do one operation in one small test"))
            .as("canaries should do one operation in one small test")
            .allowEmptyShould(false);

    /** The practice {@code canary-bounded}. */
    public static final ArchRule CANARIES_ARE_BOUNDED = classes()
            .should(new CanariesShould(new CanaryBoundedCheck(), "declare an interval and a shorter timeout"))
            .as("canaries should declare an interval and a shorter timeout, and never end their JVM")
            .allowEmptyShould(false);

    /** The practice {@code canary-alerts}. */
    public static final ArchRule CANARIES_ALERT = classes()
            .should(new CanariesShould(new CanaryAlertsCheck(), "name an owner, a runbook and a tolerance"))
            .as(
                    "canaries should name an owner, a runbook that exists and a tolerance that one failed run does not trip")
            .allowEmptyShould(false);

    private OperationalRules() {}
}
