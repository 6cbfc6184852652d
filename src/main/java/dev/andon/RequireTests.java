package dev.andon;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Requires that every service has tests of one kind, with evidence: the practice {@link TestKind#practice()}, in addition
 * to what the level requires.
 *
 * <pre>{@code
 * @RequireTests(kind = TestKind.UNIT)
 * @RequireTests(kind = TestKind.INTEGRATION, evidence = Evidence.LINKED)
 * }</pre>
 *
 * <p>The kinds {@link TestKind#CANARY}, which {@link RequireCanaries} requires, and {@link TestKind#ANY}, a kind that is
 * required twice, and {@link Evidence#NONE} throw
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} before any check runs.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RequireTests.List.class)
@API(status = API.Status.STABLE, since = "0.1")
public @interface RequireTests {

    /** The kind of test that every service must have: unit, integration or end-to-end. */
    TestKind kind();

    /**
     * The weakest evidence that is accepted; by default the strongest that the build offers without a proof.
     * {@link Evidence#PROVEN} requires in addition what {@link RequireProof} requires of that kind.
     */
    Evidence evidence() default Evidence.STRONGEST;

    /** Holds several {@link RequireTests}. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The requirements. */
        RequireTests[] value();
    }
}
