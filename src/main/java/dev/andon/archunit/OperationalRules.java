package dev.andon.archunit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import dev.andon.TestKind;
import org.apiguardian.api.API;

/**
 * Every practice that needs no running test, as a rule. A rule judges all classes that are imported, tests included, by
 * the same code as a readiness class does; what ran it does not know.
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

    private OperationalRules() {}
}
